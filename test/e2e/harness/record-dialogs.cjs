// Loaded before the application: takes the place of the system's message boxes, which no test can see or press. Each is
// noted in `messageBoxes`, and stays open until a test calls its `press` with a button's number, and with whether the box's
// own checkbox is ticked.
const { dialog } = require('electron');

globalThis.messageBoxes = [];
dialog.showMessageBox = (...args) =>
  new Promise((resolve) => {
    const { message, detail, buttons, checkboxLabel = '' } = args.at(-1);
    const press = (response, checkboxChecked = false) => resolve({ response, checkboxChecked });
    globalThis.messageBoxes.push({ message, detail, buttons, checkboxLabel, press });
  });
