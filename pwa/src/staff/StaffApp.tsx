import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { ask, deskOf, type Session, type Told, type World } from "./api.ts";
import { failureOf, type Office, OfficeContext } from "./context.ts";
import { Frame } from "./Frame.tsx";
import { type Lang, speaker } from "./i18n/say.ts";
import { SignIn } from "./SignIn.tsx";

const LOOK_MS = 4_000;
const TOLD_MS = 15_000;
const RANKS = ["viewer", "operator", "approver", "admin"];

/** Who is signed in, and the area they work for. */
export function StaffApp() {
  const [lang, setLang] = useState<Lang>("ja");
  const say = useMemo(() => speaker(lang), [lang]);
  const [session, setSession] = useState<Session | null>(null);
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    ask<Session>("GET", "/v1/staff/session").then((told) => told.ok && setSession(told.value));
  }, []);
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = say("title");
  }, [lang, say]);
  const change = () => setLang(lang === "ja" ? "en" : "ja");
  if (session === null) return <SignIn say={say} ended={ended} onLang={change} onSignedIn={setSession} />;
  const leave = (late: boolean) => {
    setEnded(late);
    setSession(null);
  };
  return <AtDesk key={session.account} {...{ lang, say, session, leave }} onLang={change} />;
}

interface Props {
  readonly lang: Lang;
  readonly say: Office["say"];
  readonly session: Session;
  readonly leave: (late: boolean) => void;
  readonly onLang: () => void;
}

function AtDesk({ lang, say, session, leave, onLang }: Props) {
  const area = useArea(session);
  const desk = useMemo(() => deskOf(area ?? "", session.csrf), [area, session.csrf]);
  const [world, setWorld] = useState<World | null>(null);
  const [drill, setDrill] = useState<boolean | null>(null);
  const [lost, setLost] = useState(false);
  const [message, setMessage] = useState<{ readonly good: boolean; readonly text: string } | null>(null);

  const look = useCallback(async () => {
    if (area === null) return;
    const told = await desk.get<World>("world");
    setLost(!told.ok);
    if (told.ok) setWorld(told.value);
    else if (told.status === 401) leave(true);
  }, [area, desk, leave]);
  useEffect(() => {
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [look]);

  const done = useCallback(
    (told: Told<unknown>, text?: string): boolean => {
      if (!told.ok && told.status === 401) leave(true);
      if (!told.ok) setMessage({ good: false, text: failureOf(say, told.status, told.problems) });
      else setMessage(text === undefined ? null : { good: true, text });
      look();
      return told.ok;
    },
    [say, look, leave],
  );
  // what went well need not stay; what went wrong does
  useEffect(() => {
    if (!message?.good) return;
    const timer = setTimeout(() => setMessage(null), TOLD_MS);
    return () => clearTimeout(timer);
  }, [message]);
  const may: Office["may"] = (role) => RANKS.indexOf(session.role) >= RANKS.indexOf(role);
  if (area === null || world === null) return <p class="wait">…</p>;
  const office: Office = { say, lang, session, area, desk, world, drill, done, may };
  const out = async () => {
    await ask("DELETE", "/v1/staff/session", undefined, session.csrf);
    leave(false);
  };
  return (
    <OfficeContext.Provider value={office}>
      <Frame
        lost={lost}
        message={message}
        onDrill={setDrill}
        onMoved={() => setMessage(null)}
        onLang={onLang}
        onOut={out}
      />
    </OfficeContext.Provider>
  );
}

/** The first area of an account; of one for all areas, the first that is served. */
function useArea({ areas }: Session): string | null {
  const [first] = areas;
  const [found, setFound] = useState<string | null>(first === "*" ? null : (first ?? null));
  useEffect(() => {
    if (first !== "*") return;
    ask<{ regions: { id: string }[] }>("GET", "/v1/regions").then(
      (told) => told.ok && setFound(told.value.regions[0]?.id ?? null),
    );
  }, [first]);
  return found;
}
