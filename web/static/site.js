// Makes better what works without it: keys, completion, filters that apply at once, copying. Nothing is kept.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("scripted");
  document.querySelectorAll(".with-script[hidden]").forEach(function (part) { part.hidden = false; });

  var narrow = window.matchMedia("(max-width: 62rem)");
  document.querySelectorAll(".facet-box, .contents").forEach(function (box) { if (narrow.matches) { box.open = false; } });

  var filters = document.getElementById("filters");
  if (filters) {
    var apply = filters.querySelector(".apply");
    if (!narrow.matches) { apply.hidden = true; }
    filters.addEventListener("change", function (event) {
      if (!narrow.matches || event.target.type !== "checkbox") { send(filters); }
    });
    filters.addEventListener("submit", function (event) { event.preventDefault(); send(filters); });
  }
  // As the server writes addresses: without empty fields.
  function send(form) {
    var fields = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (value !== "") { fields.append(name, value); } });
    location.assign(form.action.split("?")[0] + "?" + fields.toString());
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (button) { copy(button); }
  });
  function copy(button) {
    var field = document.getElementById(button.dataset.copy);
    var said = button.parentNode.querySelector(".said");
    function done() { if (said) { said.textContent = button.dataset.done; } else { button.textContent = button.dataset.done; } }
    function byHand() { field.select(); if (document.execCommand("copy")) { done(); } button.focus(); }
    if (navigator.clipboard && window.isSecureContext) { navigator.clipboard.writeText(field.value).then(done, byHand); } else { byHand(); }
  }

  var hits = Array.prototype.slice.call(document.querySelectorAll(".hit"));
  var at = -1;
  function step(by) {
    if (hits.length) {
      at = Math.min(Math.max(at + by, 0), hits.length - 1);
      hits.forEach(function (hit, n) { hit.classList.toggle("at", n === at); });
      hits[at].querySelector("a").focus({ preventScroll: true });
      hits[at].scrollIntoView({ block: "nearest" });
    } else {
      var way = document.querySelector(by > 0 ? ".steps [rel=next]" : ".steps [rel=prev]");
      if (way) { way.click(); }
    }
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) { return; }
    if (event.key === "/") { var box = document.getElementById("q"); if (box) { event.preventDefault(); box.focus(); box.select(); } }
    else if (event.key === "j") { step(1); }
    else if (event.key === "k") { step(-1); }
  });

  var asked = "", timer = 0;
  document.querySelectorAll("input[list=completions]").forEach(function (box) {
    box.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(function () { suggest(box); }, 150);
    });
  });
  // Completes the last word typed; the words before it stay.
  function suggest(box) {
    var parts = /^([\s\S]*?)([\p{L}\p{M}\p{N}]{2,40})$/u.exec(box.value);
    if (!parts || parts[2] === asked) { return; }
    asked = parts[2];
    fetch("/api/complete?q=" + encodeURIComponent(asked)).then(function (reply) { return reply.ok ? reply.json() : { completions: [] }; }).then(function (found) {
      var list = document.getElementById("completions");
      list.replaceChildren.apply(list, found.completions.slice(0, 8).map(function (word) {
        var option = document.createElement("option");
        option.value = parts[1] + word;
        return option;
      }));
    }).catch(function () { /* typing goes on without it */ });
  }
})();
