/** Imported first by every script: refuses an older Node with the remedy, also when the script is not started through npm. */
import "./require-node.mjs";
