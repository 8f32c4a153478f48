import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useApp } from "../app/context.ts";
import type { Drawing } from "../icons/drawings.ts";
import { Icon } from "../icons/Icon.tsx";

interface Props {
  readonly icon: Drawing;
  readonly title: string;
  /** Yes, in words that say what is done. */
  readonly yes: string;
  readonly busy?: boolean;
  onYes(): void;
  onLater(): void;
  /** Why, and what it means. */
  readonly children: ComponentChildren;
}

/** One thing that is asked: the reason first, then yes and later at equal size. */
export function Ask({ icon, title, yes, busy = false, onYes, onLater, children }: Props) {
  const { say } = useApp();
  return (
    <>
      <Heading>
        <Icon drawing={icon} /> {title}
      </Heading>
      {children}
      <div class="end pair">
        <button type="button" class="btn" aria-busy={busy} onClick={onYes}>
          {yes}
        </button>
        <button type="button" class="btn" onClick={onLater}>
          {say("push.later")}
        </button>
      </div>
    </>
  );
}

/** Reading goes on at the heading of every new step. */
export function Heading({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
