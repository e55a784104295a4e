// The window of a log-in beside the text: its work is done. Where the browser keeps it open, its sentence says so.
window.close();
