import { createApp } from "vue";
import PhonesPage from "./PhonesPage.vue";
import "./style.css";

createApp(PhonesPage).mount("#app");
