/** The tools of the calculator. */
export const tools = {
  label: "Tools",
  language: "Language",
  fresh: "New",
  example: "Example",
  open: "Open",
  save: "Save",
  link: "Link",
  print: "Print",
  openLabel: "Open a saved person from a file",
  saveLabel: "Save what is entered as a file",
  linkLabel: "Make a link that restores what is entered",
  printLabel: "Print one page",
  exampleLabel: "Fill in an example person",
  freshLabel: "Begin with a new person",
  private: "Nothing you enter leaves this computer.",
  privateMore: "The page uses no network and keeps nothing.",
  fileName: "osteon-patient",
  undo: "Undo",
  close: "Close",
  notKept: "Nothing was saved: these entries cannot be read, and would be lost. Put them right first.",
  broughtUp:
    "The date is today’s, and what is counted in months was counted on. Check the age, and whatever else has changed since.",
  undone: "What was entered before is back.",
  cleared: "The form was cleared.",
  exampleShown: "An invented person is shown as an example.",
  opened: (name: string) => `Opened from the file ${name}.`,
  restored: "Restored from the link.",
  restoredMore:
    "What was entered stands in the address of this page and in the browser’s history, where others at this computer can read it.",
  takeOut: "Take it out of the address",
  takenOut:
    "Taken out of the address. The link may remain in the browser’s history; clear it there if others use this computer.",
  linkTitle: "A link that restores what is entered",
  linkWarning:
    "The link contains everything that was entered, readable by anyone who has it. It stands in the address bar and in the history of any browser that opens it. Do not send it by a channel that is not meant for health data.",
  linkField: "Link",
  copy: "Copy the link",
  copied: "Copied.",
  copyBySelf: "The browser does not allow copying here. The link is selected: copy it with the keyboard.",
  tooLarge: "This file is too large to be a saved person.",
  notJson: "This is not a file saved by Osteon: it cannot be read.",
  notOurs: "This file holds something else than one person as Osteon saves it.",
  tooMany:
    "This document holds more than the page can draw: at most 100 scans, fractures, laboratory results or treatments each, and 1000 entries in all. Nothing was loaded.",
  badLink: "The link in the address is damaged or incomplete: nothing was restored from it.",
  notTaken: "Nothing was loaded. The document holds what this version does not know:",
  fault:
    "The engine failed on what is entered, and gives no answer. Save the entries, reload the page and open them again; should it fail again, please report it.",
  failed:
    "The engine cannot be loaded in this browser. A version of Firefox, Chrome, Edge or Safari from 2024 or later is needed.",
};

/** The page that hosts it. */
export const page = {
  title: "Osteon: bone density and fracture risk",
  name: "Osteon",
  purpose: "Bone density, fracture risk and what the guidelines say of it, every number with its source",
  noticeLabel: "Intended use",
  notice:
    "For health professionals. No CE or UKCA mark, no FDA clearance: clinical use needs a manufacturer who takes responsibility.",
  noticeMore: "For whom, for what, and what it is not",
  forWhom: "For whom",
  forWhomText:
    "Health professionals who read bone densitometry, care for people after a fracture, or decide on treatment for osteoporosis.",
  forWhat: "For what",
  forWhatText:
    "To work out scores and published risk models from what is entered, to hold the published guidelines beside one another with the reasons and margins of each, and to show what is missing and would change the answer.",
  isNot: "What it is not",
  isNotText:
    "It supports professionals and does not replace them: it makes no diagnosis and no decision by itself. It has no CE or UKCA mark and no FDA clearance. Clinical use needs a manufacturer who takes responsibility for it. It is not for patients to decide by, nor for emergencies.",
  footer: "Open software under the MIT or Apache 2.0 licence.",
  offline: "Available offline",
  newVersion: "A new version is ready.",
  reload: "Reload",
};
