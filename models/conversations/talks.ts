import type { Conversation } from "./conversation.ts";
import { menu } from "./menu/menu.talk.ts";
import { contact } from "./office/contact.talk.ts";
import { editMe } from "./register/edit-me.talk.ts";
import { register } from "./register/register.talk.ts";
import { welcome } from "./register/welcome.talk.ts";
import { answerOrNew } from "./requests/answer-or-new.talk.ts";
import { forms } from "./requests/forms.talk.ts";
import { listTalks } from "./requests/lists.talk.ts";
import { photo } from "./requests/photo.talk.ts";
import { cancelRequest, pickTransition } from "./requests/pick-transition.talk.ts";
import { findByNumber, request, requestMore } from "./requests/request.talk.ts";
import { smallTalk } from "./small-talk/small-talk.ts";
import { away } from "./staff/away.talk.ts";
import { redeem } from "./staff/redeem.talk.ts";
import { reportFor } from "./staff/report-for.talk.ts";
import { workload } from "./staff/workload.talk.ts";
import { surveys } from "./surveys/surveys.talk.ts";

/** The talks of the house: everything in chat that is neither a form nor a transition. */
export const talks: Conversation[] = [
  welcome,
  register,
  editMe,
  menu,
  contact,
  ...smallTalk,
  forms,
  ...listTalks,
  request,
  requestMore,
  findByNumber,
  pickTransition,
  cancelRequest,
  photo,
  answerOrNew,
  surveys,
  workload,
  away,
  reportFor,
  redeem,
];
