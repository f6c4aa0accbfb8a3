document.addEventListener("click", function (event) {
  var button = event.target.closest("[data-do]"), root = document.documentElement;
  if (!button) return;
  if (button.dataset.do === "print-all") root.classList.add("all");
  print();
  root.classList.remove("all");
});
