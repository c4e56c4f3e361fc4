import CloseWindow from "@line/liff/close-window";
import { liff } from "@line/liff/core";
import GetIDToken from "@line/liff/get-id-token";
import GetOS from "@line/liff/get-os";
import IsInClient from "@line/liff/is-in-client";
import IsLoggedIn from "@line/liff/is-logged-in";
import Login from "@line/liff/login";
import Logout from "@line/liff/logout";
import OpenWindow from "@line/liff/open-window";

// The core with what we use: the whole SDK also fetches a script from LINE's CDN and waits 10 s for it where that is blocked.
liff.use(new IsInClient());
liff.use(new IsLoggedIn());
liff.use(new GetOS());
liff.use(new GetIDToken());
liff.use(new Login());
liff.use(new Logout());
liff.use(new OpenWindow());
liff.use(new CloseWindow());

export { liff };
