// Continuum: small conveniences. Every page works without this file.
(function () {
  var d = document, all = function (q, r) { return [].slice.call((r || d).querySelectorAll(q)) };

  // All that the frame has to do: light or dark, as the device has it until somebody chooses, and the page’s title in the
  // header once its heading has gone from sight.
  d.documentElement.className = "js";
  var looks = all("[data-md-component=palette] input"), heading = d.querySelector(".md-content h1"), bar = d.querySelector(".md-header__title");
  function look(chosen) {
    var at = 0;
    looks.forEach(function (it, n) { if (chosen ? it === chosen : matchMedia(it.dataset.mdColorMedia).matches) at = n });
    looks.forEach(function (it, n) { it.checked = n === at; it.nextElementSibling.hidden = n !== at });
    return { index: at, color: ["media", "scheme", "primary", "accent"].reduce(function (all, name) {
      all[name] = looks[at].getAttribute("data-md-color-" + name);
      if (name !== "media") d.body.setAttribute("data-md-color-" + name, all[name]);
      return all;
    }, {}) };
  }
  if (looks.length) {
    var before = null;
    try { before = __md_get("__palette") } catch (e) { /* the browser keeps nothing */ }
    look(before && looks[before.index]);
    looks.forEach(function (it) { it.addEventListener("change", function () { __md_set("__palette", look(it)) }) });
  }
  function scrolled() { bar.classList.toggle("md-header__title--active", heading.offsetHeight > 0 && scrollY >= heading.offsetHeight) }
  if (heading && bar) { addEventListener("scroll", scrolled, { passive: true }); scrolled() }

  // A table that is moved within itself can be reached by keys, also where the browser does not see to that.
  all(".voice table, .prose table").forEach(function (it) { if (it.scrollWidth > it.clientWidth) it.tabIndex = 0 });

  // An address that points at one cell also chooses that level where not all have room.
  function follow() {
    var t = location.hash && d.getElementById(decodeURIComponent(location.hash.slice(1)));
    var k = t && /(?:^| )k(\d+)/.exec(t.className), r = k && d.getElementById("lv" + k[1]);
    if (r && t.closest(".lg")) { r.checked = true; t.scrollIntoView({ block: "center" }) }
    for (var fold = t && t.closest("details:not([open])"); fold; fold = t.closest("details:not([open])")) { fold.open = true; t.scrollIntoView() }
  }
  addEventListener("hashchange", follow); follow();

  // Another language opens at the same place of the page; the list closes as people expect of one.
  all("[data-tongues]").forEach(function (list) {
    all("a", list).forEach(function (a) {
      a.addEventListener("click", function () { a.hash = location.hash });
    });
    list.addEventListener("keydown", function (e) {
      if (e.key === "Escape" && list.open) { list.open = false; list.querySelector("summary").focus() }
    });
    d.addEventListener("click", function (e) { if (!list.contains(e.target)) list.open = false });
    list.addEventListener("focusout", function (e) { if (e.relatedTarget && !list.contains(e.relatedTarget)) list.open = false });
  });

  // Whoever comes from the search sees the words that were searched for.
  function mark(words, within) {
    var parts = words.split(/\s+/).filter(Boolean).map(function (w) { return w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") });
    if (!parts.length) return;
    var look = new RegExp("(" + parts.join("|") + ")", "gi"), walk = d.createTreeWalker(within, NodeFilter.SHOW_TEXT), texts = [], node;
    while ((node = walk.nextNode())) if (look.test(node.data) && !node.parentElement.closest("script,style,svg,mark")) texts.push(node);
    texts.slice(0, 200).forEach(function (text) {
      var pieces = text.data.split(look).map(function (piece, at) {
        if (at % 2 === 0) return piece;
        var m = d.createElement("mark"); m.className = "sought"; m.textContent = piece; return m;
      });
      text.replaceWith.apply(text, pieces);
    });
  }
  var sought = new URLSearchParams(location.search).get("mark"), main = d.getElementById("main");
  if (sought && main) {
    mark(sought.slice(0, 200), main);
    var target = location.hash && d.getElementById(decodeURIComponent(location.hash.slice(1))), from = target || main;
    var first = from.querySelector("mark.sought") || all("mark.sought", main).filter(function (m) { return from.compareDocumentPosition(m) & 4 })[0];
    if (first && !from.closest(".lg")) first.scrollIntoView({ block: "center" });
  }

  // The theme opens its menu and its search, and changes its colours, by labels; buttons do it also for those who use
  // keys or listen.
  all("label.md-header__button[for]").forEach(function (l) {
    var says = { __drawer: "data-menu", __search: "data-search" }[l.htmlFor];
    var button = d.createElement("button"), toggle = d.getElementById(l.htmlFor);
    button.type = "button"; button.className = l.className; button.innerHTML = l.innerHTML; button.hidden = l.hidden;
    button.setAttribute("for", l.htmlFor);
    button.setAttribute("aria-label", says ? d.querySelector("[" + says + "]").getAttribute(says) : l.title);
    button.addEventListener("click", function () {
      toggle.click();
      // The other of the two switches of colours takes its place.
      if (!says) all("button:not([hidden])", toggle.form).forEach(function (other) { other.focus() });
    });
    if (!says) { toggle.tabIndex = -1; toggle.setAttribute("aria-hidden", "true"); button.title = l.title }
    l.replaceWith(button);
  });

  // The menu of a narrow screen takes the keys while it is open, and gives them back.
  var menu = d.querySelector(".md-sidebar--primary"), drawer = d.getElementById("__drawer"), opener = d.querySelector("button[for=__drawer]");
  if (menu && opener) {
    opener.setAttribute("aria-expanded", "false");
    drawer.addEventListener("change", function () {
      opener.setAttribute("aria-expanded", drawer.checked);
      if (drawer.checked) menu.querySelector("a").focus();
    });
    menu.addEventListener("keydown", function (e) {
      if (e.key === "Escape" && drawer.checked) { opener.focus(); if (drawer.checked) drawer.click() }
    });
    menu.addEventListener("focusout", function (e) {
      if (drawer.checked && e.relatedTarget && !menu.contains(e.relatedTarget)) drawer.click();
    });
  }

  // The form of a text that a number asks for: languages have from one to six of them.
  function counted(forms, n) {
    var name = n === 1 ? "one" : "other";
    try { name = new Intl.PluralRules(d.documentElement.lang).select(n) } catch (e) { /* an old browser */ }
    return (forms["say" + name[0].toUpperCase() + name.slice(1)] || forms.sayOther).replace("{n}", n);
  }

  // Placing a piece of work: once what teachers agreed on is open, it says where the reader chose the same. Nothing is kept.
  all(".reveal").forEach(function (fold) {
    var rows = all(".cal fieldset");
    function compare() {
      var chosen = rows.map(function (row) { return row.querySelector(":checked") }), some = chosen.filter(Boolean);
      var same = some.filter(function (it) { return it.value === it.closest("fieldset").dataset.agreed }).length;
      fold.querySelector(".mine").textContent = fold.open && some.length ? fold.dataset.saySame.replace("{n}", same).replace("{m}", some.length) : "";
      all("[data-mine]", fold).forEach(function (place, n) {
        place.hidden = !chosen[n];
        place.textContent = chosen[n] ? fold.dataset.sayMine.replace("{level}", chosen[n].parentNode.querySelector(".vh").textContent) : "";
      });
    }
    fold.addEventListener("toggle", compare);
    rows.forEach(function (row) { row.addEventListener("change", compare) });
  });

  // The finder says how many pieces are shown and keeps its choice in the address.
  all(".finder").forEach(function (f) {
    var out = f.querySelector("[data-count]"), radios = all("input[type=radio]", f);
    new URLSearchParams(location.search).forEach(function (v, k) {
      radios.forEach(function (r) { if (r.name === k && r.value === v) r.checked = true });
    });
    // Of very many, a phone shows some, and more when it is asked.
    var items = all("[data-item]", f), step = +f.getAttribute("data-most"), most = step, more = d.createElement("button");
    more.type = "button"; more.className = "btn quiet"; more.textContent = out.dataset.sayMore;
    all(".cards,[data-browse]", f)[0].after(more);
    function count() {
      all("[data-late]", f).forEach(function (it) { it.removeAttribute("data-late") });
      var fit = items.filter(function (li) { return li.offsetParent }), n = fit.length, last = fit[most - 1];
      fit.slice(most).forEach(function (li) {
        var group = li.closest(".found");
        // A group of which nothing is shown yet has no title yet either.
        (group && last.compareDocumentPosition(group) & 4 ? group : li).setAttribute("data-late", "");
      });
      more.hidden = n <= most;
      out.textContent = n === 0 ? out.dataset.sayNone : counted(out.dataset, n);
      return fit;
    }
    more.addEventListener("click", function () {
      most += step;
      count()[most - step].querySelector("a").focus();
    });
    f.addEventListener("change", function () {
      var address = new URL(location.href);
      radios.forEach(function (r) { if (r.checked) { if (r.value) address.searchParams.set(r.name, r.value); else address.searchParams.delete(r.name) } });
      try { history.replaceState(null, "", address) } catch (e) { /* opened from a folder */ }
      most = step;
      count();
    });
    count();
  });

  // A note about a moment of a recording plays that moment.
  all("[data-seek]").forEach(function (b) {
    b.addEventListener("click", function (e) {
      var a = d.getElementById(b.getAttribute("data-of")) || d.querySelector("audio,video");
      if (a) { e.preventDefault(); a.currentTime = +b.getAttribute("data-seek"); a.play() }
    });
  });

  // A word of the glossary says what it means right where it stands; without this, its link leads to its entry.
  (function (terms) {
    if (!terms.length) return;
    var bubble = d.createElement("span"), open = null, isPinned = false, timer, names = d.querySelector('.foot a[href$="glossary/"]');
    bubble.className = "meaning noprint"; bubble.id = "meaning"; bubble.setAttribute("role", "status"); bubble.hidden = true;
    function place() {
      var at = open.getClientRects()[0] || open.getBoundingClientRect(), wide = d.documentElement.clientWidth, w = bubble.offsetWidth, h = bubble.offsetHeight;
      var x = getComputedStyle(open).direction === "rtl" ? at.right - w : at.left, y = at.bottom + 6;
      bubble.style.left = Math.max(8, Math.min(x, wide - w - 8)) + "px";
      bubble.style.top = (y + h > innerHeight && at.top > h + 6 ? at.top - h - 6 : y) + "px";
    }
    function hide() {
      clearTimeout(timer);
      if (!open) return;
      open.setAttribute("aria-expanded", "false"); open.removeAttribute("aria-controls");
      if (bubble.contains(d.activeElement)) open.focus();
      open = null; isPinned = false; bubble.hidden = true;
    }
    function show(term) {
      clearTimeout(timer);
      if (open === term) return;
      hide(); open = term;
      term.setAttribute("aria-expanded", "true"); term.setAttribute("aria-controls", "meaning");
      bubble.textContent = ""; bubble.hidden = false; term.after(bubble);
      var said = d.createElement("span"), more = d.createElement("a");
      said.textContent = term.getAttribute("data-means");
      if (term.dataset.lang) { said.lang = term.dataset.lang; said.dir = term.dataset.dir }
      more.setAttribute("href", term.getAttribute("href")); more.textContent = names ? names.textContent : term.textContent;
      bubble.append(said, more); place();
    }
    function later(what, wait) { clearTimeout(timer); timer = setTimeout(what, wait) }
    function leave(e) { if (e.pointerType === "mouse" && !isPinned) later(hide, 300) }
    terms.forEach(function (term) {
      term.setAttribute("role", "button"); term.setAttribute("aria-expanded", "false");
      term.addEventListener("click", function (e) {
        if (e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
        e.preventDefault();
        if (open === term && isPinned) hide(); else { show(term); isPinned = true }
      });
      term.addEventListener("keydown", function (e) { if (e.key === " ") { e.preventDefault(); term.click() } });
      term.addEventListener("pointerenter", function (e) { if (e.pointerType === "mouse") later(function () { show(term) }, open ? 0 : 250) });
      term.addEventListener("pointerleave", leave);
    });
    bubble.addEventListener("pointerenter", function () { clearTimeout(timer) });
    bubble.addEventListener("pointerleave", leave);
    d.addEventListener("keydown", function (e) { if (e.key === "Escape") hide() });
    d.addEventListener("pointerdown", function (e) { if (open && !bubble.contains(e.target) && !open.contains(e.target)) hide() });
    d.addEventListener("focusin", function (e) { if (open && isPinned && !bubble.contains(e.target) && e.target !== open) hide() });
    addEventListener("scroll", function () { if (open) place() }, { passive: true });
    addEventListener("resize", function () { if (open) place() });
  })(all("a.term[data-means]"));

  // Folds are open on paper.
  addEventListener("beforeprint", function () { all("details:not([open]):not(.reveal)").forEach(function (x) { x.open = true }) });
  all("[data-do=print]").forEach(function (b) { b.addEventListener("click", function () { print() }) });
})();
