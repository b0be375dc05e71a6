// Fills in the visitor's own time zone; without it the clinic's is used.
for (const field of document.querySelectorAll("input[data-zone-guess]")) {
  if (!field.value) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
}
// The answer to a form cannot be gone back to once she typed something: the browser may not keep it
// and would ask to send it again. Its entry in the history leads to an address of its own instead.
const answer = document.querySelector("[data-address]");
if (answer) history.replaceState(null, "", answer.dataset.address);
