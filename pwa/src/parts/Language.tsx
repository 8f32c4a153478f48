import { useApp } from "../app/context.ts";
import { LANGS, type Lang, NAMES, tagOf } from "../i18n/messages.ts";

/** The language: each by its own name in its own script, one tap away on every screen. */
export function Language() {
  const { state, dispatch, say } = useApp();
  return (
    <label class="lang">
      <span aria-hidden="true">文A</span>
      <select
        aria-label={say.lang === "en" ? "Language" : `${say("app.language")} Language`}
        value={state.lang}
        onChange={(event) => dispatch({ type: "lang", lang: event.currentTarget.value as Lang })}
      >
        {LANGS.map((lang) => (
          <option key={lang} value={lang} lang={tagOf(lang)}>
            {NAMES[lang]}
          </option>
        ))}
      </select>
    </label>
  );
}
