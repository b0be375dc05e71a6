// Fills in the visitor's own time zone; without it the clinic's is used.
for (const field of document.querySelectorAll("input[data-zone-guess]")) {
  if (!field.value) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
}
