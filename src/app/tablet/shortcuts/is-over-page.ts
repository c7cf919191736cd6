/** Something stands over the page and has the keys: a dialog or a long list. */
export function isOverPage(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog]") !== null;
}
