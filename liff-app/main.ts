import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/vant.css";
import { openApp } from "./start/open-app.ts";

void openApp();
