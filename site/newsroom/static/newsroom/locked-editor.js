// A page that is locked takes no typing: its fields can be read and reached by nobody's keyboard.
document.addEventListener("DOMContentLoaded", () => {
  if (!document.body.classList.contains("content-locked")) return;
  for (const panel of document.querySelectorAll("#page-edit-form [role=tabpanel]")) panel.inert = true;
});
