// The preview's own script: reloads the page when a build is done, and shows what is wrong as a banner.
(function () {
  var first = true, banner;

  function show(problems) {
    if (banner) banner.remove();
    banner = null;
    if (!problems || !problems.length) return;
    banner = document.createElement("div");
    banner.setAttribute("role", "alert");
    banner.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;z-index:99;padding:1em 1.5em;" +
      "background:#fbe6b4;color:#1d2730;border-top:4px solid #8f4516;font:16px/1.5 sans-serif";
    var title = document.createElement("strong");
    title.textContent = "This is the last good build. The sources cannot be built as they are now:";
    banner.append(title);
    problems.forEach(function (problem) {
      var line = document.createElement("p"), place = document.createElement("code");
      line.style.margin = ".5em 0 0";
      place.textContent = problem.place;
      line.append(place, " " + problem.message + (problem.hint ? " (" + problem.hint + ")" : ""));
      banner.append(line);
    });
    document.body.append(banner);
  }

  new EventSource("/-preview").onmessage = function (event) {
    var notice = JSON.parse(event.data);
    if (!first && notice.reload) {
      location.reload();
      return;
    }
    first = false;
    show(notice.problems);
  };
})();
