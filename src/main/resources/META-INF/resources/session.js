// A desk that nobody uses is signed out, and whoever comes back goes on where she was. Without script
// the same happens by pages: see SignInAgain.
(() => {
  'use strict';
  const IDLE = Number(document.body.dataset.idleSeconds) * 1000;
  if (!IDLE) return;
  const SOON = Math.min(120000, IDLE / 5);
  const A_WHILE = Math.min(60000, IDLE / 10);
  const BACKGROUND = { 'Ilium-Background': 'yes' };
  const DIALOG = { 'Ilium-Sign-In-Dialog': 'yes' };
  const others = 'BroadcastChannel' in window ? new BroadcastChannel('ilium-session') : null;

  // when the server last heard of a person, and when one last touched this page
  let used = Date.now();
  let touched = Date.now();
  let dialog = null;
  let waiting = [];

  function noteUse() {
    used = Date.now();
    hideWarning();
    if (others) others.postMessage('used');
  }
  if (others) others.onmessage = () => { used = Date.now(); hideWarning(); };

  // --- typing reaches nobody by itself
  async function stillHere(headers) {
    try {
      const answer = await fetch('/sign-in/still-here', { headers: { ...DIALOG, ...headers } });
      if (answer.status === 401) open();
      return answer.ok;
    } catch {
      return false;
    }
  }

  async function touch() {
    touched = Date.now();
    if (dialog || touched - used < A_WHILE) return;
    used = touched;
    if (await stillHere({})) noteUse();
  }
  ['keydown', 'pointerdown', 'input'].forEach(kind => document.addEventListener(kind, touch, { capture: true, passive: true }));

  // --- what a page asks by itself is no use of it
  document.addEventListener('htmx:configRequest', event => {
    Object.assign(event.detail.headers, DIALOG);
    if (Date.now() - touched > A_WHILE) Object.assign(event.detail.headers, BACKGROUND);
  });

  document.addEventListener('htmx:beforeSwap', event => {
    const { xhr, requestConfig } = event.detail;
    if (xhr.status !== 401) {
      if (!('Ilium-Background' in requestConfig.headers)) noteUse();
      return;
    }
    event.detail.shouldSwap = false;
    event.detail.isError = false;
    waiting.push(requestConfig);
    open();
  });

  // --- it ends soon, or has ended
  async function look() {
    if (dialog) return;
    const quiet = Date.now() - used;
    if (quiet >= IDLE) {
      // another browser window may have kept it
      if (await stillHere(BACKGROUND)) used = Date.now() - IDLE + A_WHILE;
    } else if (quiet >= IDLE - SOON) {
      warn();
    }
  }
  setInterval(look, Math.min(10000, A_WHILE));
  document.addEventListener('visibilitychange', look);

  let warning = null;
  function warn() {
    if (warning) return;
    warning = document.createElement('div');
    warning.className = 'idle-warning';
    warning.setAttribute('role', 'alert');
    const words = document.createElement('p');
    words.textContent = 'Nobody has used this page for a while. You will be signed out soon.';
    const stay = document.createElement('button');
    stay.type = 'button';
    stay.textContent = 'Stay signed in';
    // pressing it is a use like any other
    warning.append(words, stay);
    document.body.append(warning);
  }
  function hideWarning() {
    if (warning) warning.remove();
    warning = null;
  }

  // --- signing in again on the spot: nothing of the page is lost, and nobody reads it meanwhile
  async function open() {
    if (dialog) return;
    hideWarning();
    dialog = document.createElement('dialog');
    dialog.className = 'sign-in-again';
    dialog.setAttribute('aria-labelledby', 'again-title');
    dialog.addEventListener('cancel', event => event.preventDefault());
    dialog.addEventListener('submit', send);
    document.body.append(dialog);
    try {
      const answer = await fetch('/sign-in/again', { headers: DIALOG });
      show(await answer.text());
    } catch {
      dialog.remove();
      dialog = null;
      return;
    }
    dialog.showModal();
    focus();
  }

  function show(html) {
    dialog.innerHTML = html;
  }
  function focus() {
    const field = dialog.querySelector('input[type=password], a');
    if (field) field.focus();
  }

  async function send(event) {
    event.preventDefault();
    const form = event.target;
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      const answer = await fetch(form.action, {
        method: 'POST', headers: DIALOG, body: new URLSearchParams(new FormData(form)),
      });
      if (answer.status === 204) {
        close();
        return;
      }
      show(await answer.text());
      focus();
    } catch {
      button.disabled = false;
    }
  }

  function close() {
    dialog.close();
    dialog.remove();
    dialog = null;
    touched = Date.now();
    noteUse();
    const again = waiting;
    waiting = [];
    again.forEach(refused => {
      if (!refused.elt.isConnected) return;
      htmx.ajax(refused.verb.toUpperCase(), refused.path, {
        source: refused.elt, target: refused.target, values: refused.verb === 'get' ? {} : refused.parameters,
      });
    });
  }
})();
