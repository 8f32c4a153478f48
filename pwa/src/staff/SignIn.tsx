import { useState } from "preact/hooks";
import { ask, type Session } from "./api.ts";
import type { Key, Say } from "./i18n/say.ts";

interface Props {
  readonly say: Say;
  readonly ended: boolean;
  readonly onLang: () => void;
  readonly onSignedIn: (session: Session) => void;
}

const WRONG: Readonly<Record<number, Key>> = { 0: "offline", 404: "notLive", 429: "locked" };

/** Sign in; what was wrong is never told in parts. */
export function SignIn({ say, ended, onLang, onSignedIn }: Props) {
  const [wrong, setWrong] = useState<string | null>(null);
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const body = { account: text("account"), password: String(form.get("password") ?? ""), totp: text("totp") };
    const told = await ask<Session>("POST", "/v1/staff/session", body);
    if (told.ok) onSignedIn(told.value);
    else setWrong(say(WRONG[told.status] ?? "wrong"));
  }
  return (
    <main class="signin">
      <h1>{say("title")}</h1>
      {ended ? <p class="note">{say("ended")}</p> : null}
      <form class="stack" onSubmit={submit}>
        <label>
          {say("account")}
          <input name="account" autocomplete="username" required autocapitalize="none" />
        </label>
        <label>
          {say("password")}
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <label>
          {say("code")}
          <input name="totp" inputMode="numeric" pattern="[0-9]{6}" autocomplete="one-time-code" />
        </label>
        <p class="wrong" role="alert">
          {wrong}
        </p>
        <button type="submit" class="act">
          {say("signIn")}
        </button>
      </form>
      <button type="button" class="btn" onClick={onLang} lang={say("lang") === "English" ? "en" : "ja"}>
        {say("lang")}
      </button>
    </main>
  );
}
