import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { fetchGroup, groupHere, sayWith } from "../../i18n/groups.ts";
import type { Group, Say } from "../../i18n/messages.ts";
import { AppContext, useApp } from "../context.ts";

interface Props {
  readonly group: Group;
  /** Shown until the texts are here. */
  readonly meanwhile: ComponentChildren;
  /** Shown where they cannot be had. */
  readonly missing: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Let a part say the texts of a group. When the language changes, it speaks the one before until the new one is here. */
export function Saying({ group, meanwhile, missing, children }: Props) {
  const app = useApp();
  const { lang } = app.say;
  const [texts, setTexts] = useState(() => groupHere(group, lang));
  const [failed, setFailed] = useState(false);
  const before = useRef<Say | null>(null);
  useEffect(() => {
    let current = true;
    setFailed(false);
    fetchGroup(group, lang).then(
      (found) => current && setTexts(found),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [group, lang]);
  const fresh = useMemo(() => (texts?.lang === lang ? sayWith(app.say, texts) : null), [app.say, lang, texts]);
  const say = fresh ?? before.current;
  before.current = say;
  if (say === null) return failed ? missing : meanwhile;
  return <AppContext.Provider value={{ ...app, say }}>{children}</AppContext.Provider>;
}
