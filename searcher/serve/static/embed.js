// <undex-search>: a search of this service on the page of another site. docs/embed.md explains it.
//
//   <script src="https://library.example.org/undex/static/embed.js" async></script>
//   <undex-search query="help desk" filters="organ:ECOSOC; year:2002..2009" limit="5" lang="fr"></undex-search>
//
// The service is the one this script came from. It is asked through its JSON interface; where it does not allow the site
// that (CORS), its own page stands in a frame. All of it lies in a shadow tree with a constructed style sheet, so that
// neither the styles nor a strict Content-Security-Policy of the site get in the way. Texts are never taken for markup.
"use strict";
(() => {
  const SERVICE = new URL("..", document.currentScript.src);
  const MOST = 50;  // hits shown, whatever `limit` says

  const WORDS = {
    en: {
      label: "Search United Nations documents", search: "Search", found: (n) => `${n} documents`, none: "Nothing found",
      all: "All results", waiting: "Searching…", frame: "Results of the search",
    },
    fr: {
      label: "Chercher des documents des Nations Unies", search: "Chercher", found: (n) => `${n} documents`,
      none: "Rien trouvé", all: "Tous les résultats", waiting: "Recherche…", frame: "Résultats de la recherche",
    },
  };

  const STYLE = new CSSStyleSheet();
  STYLE.replaceSync(`
    :host { display: block; font: inherit; color: inherit; }
    form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
    input { flex: 1 1 12rem; min-inline-size: 0; font: inherit; padding: .3rem .5rem; }
    button { font: inherit; padding: .3rem .8rem; min-block-size: 24px; }
    ol, ul { padding-inline-start: 1.25rem; }
    li { margin-block: .5rem; overflow-wrap: anywhere; }
    small { display: block; opacity: .8; }
    iframe { inline-size: 100%; block-size: 40rem; border: 1px solid; }
    :focus-visible { outline: 3px solid; outline-offset: 2px; }
  `);

  // An element with attributes and children; a child that is a string is text.
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  // "organ:ECOSOC; year:2002..2009; organ:GA" as a map from each field to its values.
  function filtersOf(text) {
    const filters = new Map();
    for (const one of text.split(";")) {
      const colon = one.indexOf(":");
      if (colon < 1) continue;
      const field = one.slice(0, colon).trim();
      filters.set(field, [...(filters.get(field) ?? []), one.slice(colon + 1).trim()]);
    }
    return filters;
  }

  // An address of the service, behind whatever prefix it has.
  function address(path, parameters = []) {
    const found = new URL(path, SERVICE);
    for (const [name, value] of parameters) found.searchParams.append(name, value);
    return found.href;
  }

  // A symbol as a path: "A/RES/1514 (XV)" keeps its strokes.
  const pathOf = (symbol) => symbol.split("/").map(encodeURIComponent).join("/");

  // The snippet with the words that match marked; the service counts characters, not UTF-16 units.
  function marked(passage) {
    const characters = Array.from(passage.snippet);
    const parts = [];
    let done = 0;
    for (const { begin, end } of passage.snippet_match_chars) {
      parts.push(characters.slice(done, begin).join(""), make("mark", {}, characters.slice(begin, end).join("")));
      done = end;
    }
    return [...parts, characters.slice(done).join("")];
  }

  function passageItem(hit, passage) {
    const link = make("a", { href: address(`${pathOf(hit.symbol)}/para/${encodeURIComponent(passage.locator)}`) },
                      passage.pinpoint || passage.locator);
    return make("li", {}, link, " ", make("span", { lang: hit.language, dir: "auto" }, ...marked(passage)));
  }

  function hitItem(hit) {
    const link = make("a", { href: address(pathOf(hit.symbol)), part: "hit" }, make("bdi", {}, hit.symbol), " ",
                      make("span", { lang: hit.language, dir: "auto" }, hit.title));
    const particulars = [hit.type, hit.organ, hit.date].filter(Boolean).join(" · ");
    const passages = hit.passages.map((passage) => passageItem(hit, passage));
    return make("li", {}, link, make("small", {}, particulars), ...(passages.length ? [make("ul", {}, ...passages)] : []));
  }

  class UndexSearch extends HTMLElement {
    static observedAttributes = ["query", "filters", "limit", "lang"];
    #root = this.attachShadow({ mode: "open" });
    #under = null;    // the request on its way
    #input = null;
    #status = null;   // read out when it changes
    #results = null;
    #query = "";

    connectedCallback() { this.#build(); }
    attributeChangedCallback() { if (this.isConnected && this.#input) this.#build(); }
    disconnectedCallback() { this.#under?.abort(); }

    // Its own, else that of the page around it.
    get #language() { return this.closest("[lang]")?.lang.toLowerCase().startsWith("fr") ? "fr" : "en"; }
    get #words() { return WORDS[this.#language]; }
    get #filters() { return filtersOf(this.getAttribute("filters") ?? ""); }

    #build() {
      this.#root.adoptedStyleSheets = [STYLE];
      this.#query = this.getAttribute("query") ?? "";
      this.#input = make("input", { type: "search", "aria-label": this.#words.label, value: this.#query, part: "input" });
      this.#status = make("p", { role: "status", part: "status" });
      this.#results = make("div", { part: "results" });
      const form = make("form", { role: "search" }, this.#input,
                        make("button", { type: "submit", part: "button" }, this.#words.search));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.#query = this.#input.value.trim();
        this.#ask();
      });
      this.#root.replaceChildren(form, this.#status, this.#results);
      if (this.#query || this.#filters.size) this.#ask();
    }

    // The page of the same search; `more` are further parameters of it.
    #page(more = []) {
      const chosen = [...this.#filters].flatMap(([field, values]) => values.map((value) => ["f", `${field}:${value}`]));
      return address("search", [["q", this.#query], ...chosen, ["hl", this.#language], ...more]);
    }

    #question() {
      const limit = Math.min(Math.max(parseInt(this.getAttribute("limit"), 10) || 10, 1), MOST);
      // In quotation marks a comma is a part of the value.
      const filters = [...this.#filters].map(
        ([field, values]) => ["filter", `${field}:${values.map((value) => `"${value.replaceAll('"', "")}"`).join(",")}`]);
      return address("api/v1/search", [["query", this.#query], ["limit", limit], ["passages", 2], ...filters]);
    }

    async #ask() {
      this.#under?.abort();
      const under = this.#under = new AbortController();
      this.#status.textContent = this.#words.waiting;
      this.#results.replaceChildren();
      let response;
      try {
        response = await fetch(this.#question(), { signal: under.signal, credentials: "omit" });
        const answer = await response.json();
        if (under.signal.aborted) return;
        if (response.ok) this.#show(answer);
        else this.#status.textContent = answer.detail ?? answer.title;
      } catch {
        if (!under.signal.aborted) this.#frame();
      }
    }

    #show(answer) {
      this.#status.textContent = answer.documents ? this.#words.found(answer.documents) : this.#words.none;
      this.#results.replaceChildren(make("ol", {}, ...answer.hits.map(hitItem)),
                                    make("a", { href: this.#page(), part: "all" }, this.#words.all));
    }

    // Its scripts may not ask the service: the page of the service stands in their place.
    #frame() {
      this.#status.textContent = "";
      this.#results.replaceChildren(
        make("iframe", { src: this.#page([["embed", "1"]]), title: this.#words.frame, loading: "lazy" }),
        make("a", { href: this.#page(), part: "all" }, this.#words.all));
    }
  }

  customElements.define("undex-search", UndexSearch);
})();
