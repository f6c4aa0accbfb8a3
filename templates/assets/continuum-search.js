// Search in the header and on the finder. The index is loaded when somebody begins to type, never before.
(function () {
  var d = document, root = new URL("../", d.currentScript.src), engine;
  var all = function (q, r) { return [].slice.call((r || d).querySelectorAll(q)) };

  function load() {
    engine = engine || import(new URL("pagefind/pagefind.js", root).href).then(function (pagefind) {
      return pagefind.options({ baseUrl: root.pathname, excerptLength: 22, noWorker: true }).then(pagefind.init).then(function () { return pagefind });
    });
    engine.catch(function () { engine = null });
    return engine;
  }

  function element(name, text, kind) {
    var made = d.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  // The form of a text that a number asks for: languages have from one to six of them.
  function counted(forms, n) {
    var name = n === 1 ? "one" : "other";
    try { name = new Intl.PluralRules(d.documentElement.lang).select(n) } catch (e) { /* an old browser */ }
    return (forms["say" + name[0].toUpperCase() + name.slice(1)] || forms.sayOther).replace("{n}", n);
  }

  // The words that were found, as they stand on the page, so that the page can mark them.
  function found(excerpt) {
    var box = d.createElement("template");
    box.innerHTML = excerpt;
    var words = all("mark", box.content).map(function (mark) { return mark.textContent.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") });
    return words.filter(function (word, at) { return word && words.indexOf(word) === at }).slice(0, 8).join(" ");
  }

  // Each hit opens at what holds it: the cell whose code was typed, else the last place before the best match.
  function anchor(page, query) {
    var named = page.anchors.filter(function (it) { return it.id.toLowerCase() === query.toLowerCase() })[0];
    if (named) return named.id;
    var best = page.weighted_locations.slice().sort(function (a, b) { return b.weight - a.weight || a.location - b.location })[0];
    var before = !best ? [] : page.anchors.filter(function (it) { return it.location <= best.location && it.id !== "main" });
    var last = before[before.length - 1];
    return last ? last.id : "";
  }

  function hit(page, query) {
    var item = element("li", "", "hit"), title = element("h2", "", "h3"), link = element("a", page.meta.title), text = element("p");
    var words = found(page.excerpt), at = anchor(page, query), facts = [];
    link.href = page.url + (words ? "?mark=" + encodeURIComponent(words) : "") + (at ? "#" + at : "");
    title.append(link);
    text.innerHTML = page.excerpt;
    ["kind", "area", "level"].forEach(function (name) {
      var said = page.filters[name] || [];
      if (said.length === 1) facts.push(said[0]);
    });
    item.append(title, text, element("p", facts.concat(page.meta.code || []).join(" · "), "soft"));
    item.setAttribute("data-hit", at);
    return item;
  }

  // One search box with its results; `chosen` gives the filters, `shown` hears whether there is anything to show.
  function connect(form, box, words, most, chosen, shown) {
    var input = form.querySelector("input[name=q]"), turn = 0, asked = "", timer;
    var status = element("p", "", "soft count"), list = element("ol", "", "plainlist hits"), more = element("button", words.sayMore, "btn quiet");
    status.setAttribute("role", "status");
    more.type = "button";
    box.append(status, list, more);

    function say(text) { status.textContent = text }

    function fill(results, from, mine) {
      if (!from) list.textContent = "";
      more.hidden = from + most >= results.length;
      more.onclick = function () { fill(results, from + most, mine) };
      // The best one stands there before the others are asked for.
      var some = results.slice(from, from + most), show = function (page) { if (mine === turn) list.append(hit(page, asked)) };
      if (!some.length) return;
      return some[0].data().then(show).then(function () {
        return Promise.all(some.slice(1).map(function (it) { return it.data() }));
      }).then(function (pages) { pages.forEach(show) });
    }

    // Whoever is still typing is not answered yet: each answer costs a phone some of its data.
    function soon() {
      clearTimeout(timer);
      timer = setTimeout(look, 180);
    }

    function look() {
      var query = input.value.trim(), mine = ++turn;
      asked = query;
      box.hidden = !query;
      shown(!!query);
      if (!query) return;
      load().then(function (pagefind) {
        if (mine !== turn) return;
        return pagefind.search(query, { filters: chosen() }).then(function (answer) {
          if (mine !== turn) return;
          var n = answer.results.length;
          say(n === 0 ? words.sayNone.replace("{q}", function () { return query }) : counted(words, n));
          return fill(answer.results, 0, mine);
        });
      }).catch(function () { say(words.sayFailed); list.textContent = ""; more.hidden = true });
    }

    form.addEventListener("input", function () { if (input.value.trim() !== asked) soon() });
    input.addEventListener("focus", function () { load().catch(function () {}) });
    return { look: look, input: input, list: list };
  }

  function inHeader(form) {
    var part = form.closest(".md-search"), toggle = d.getElementById("__search"), box = part.querySelector("[data-results]");
    var search = connect(form, box, part.dataset, 6, function () { return {} }, function () {});
    var finder = element("a", part.dataset.sayFilter), foot = element("p");
    finder.href = form.action;
    foot.append(finder);
    box.append(foot);
    // Closed by keys, it leaves them where they opened it.
    function close() {
      var opener = d.querySelector("button[for=__search]");
      (opener && opener.offsetParent ? opener : search.input).focus();
      toggle.checked = false;
    }
    search.input.addEventListener("focus", function () { toggle.checked = true });
    form.addEventListener("input", function () { toggle.checked = true; finder.href = form.action + "?q=" + encodeURIComponent(search.input.value.trim()) });
    form.addEventListener("reset", function () { setTimeout(function () { search.look(); search.input.focus() }) });
    toggle.addEventListener("change", function () { if (toggle.checked) search.input.focus() });
    part.addEventListener("keydown", function (e) {
      if (e.key === "Escape") { close(); return }
      var links = all("a", box), at = links.indexOf(d.activeElement), step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
      if (!step || !links.length) return;
      e.preventDefault();
      (links[at + step] || search.input).focus();
    });
    // Whoever leaves the box by keys or by a click elsewhere closes it.
    d.addEventListener("focusin", function (e) { if (toggle.checked && !part.contains(e.target) && e.target !== toggle) toggle.checked = false });
  }

  function onFinder(form) {
    var filters = d.querySelector("[data-finder]"), browse = d.querySelector("[data-browse]"), box = d.querySelector("[data-search-results]");
    function chosen() {
      var wanted = {};
      all("input[data-is]:checked", filters).forEach(function (it) { wanted[it.name] = it.getAttribute("data-is") });
      return wanted;
    }
    var search = connect(form, box, form.dataset, 12, chosen, function (any) {
      browse.hidden = any;
      var address = new URL(location.href);
      if (any) address.searchParams.set("q", search.input.value.trim()); else address.searchParams.delete("q");
      try { history.replaceState(null, "", address) } catch (e) { /* opened from a folder */ }
    });
    form.addEventListener("submit", function (e) { e.preventDefault(); search.look() });
    filters.addEventListener("change", search.look);
    search.input.value = new URLSearchParams(location.search).get("q") || "";
    if (search.input.value) search.look();
  }

  all("form[data-search=header]").forEach(inHeader);
  all("form[data-search=finder]").forEach(onFinder);
})();
