import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** Letters on paper, in px of 96 to the inch; smaller than the least nobody reads. */
const [LARGEST, LEAST, STEP] = [14.8, 9.5, 0.3] as const;

/** Make the letters of a sheet as large as its one page allows. */
export function useFit(sheet: RefObject<HTMLElement>, content: unknown): void {
  // what is on the sheet decides its size
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null) return;
    for (let size: number = LARGEST; size >= LEAST; size -= STEP) {
      element.style.fontSize = `${size}px`;
      if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) return;
    }
  }, [sheet, content]);
}

/** Show a sheet as wide as the screen allows; on paper it has its own width. */
export function useScale(box: RefObject<HTMLElement>, sheet: RefObject<HTMLElement>): void {
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, sheet.current];
    if (outer === null || inner === null) return;
    const observer = new ResizeObserver(() => {
      const scale = Math.min(1, outer.clientWidth / inner.offsetWidth);
      inner.style.setProperty("--scale", String(scale));
      outer.style.setProperty("--height", `${inner.offsetHeight * scale}px`);
    });
    observer.observe(outer);
    return () => observer.disconnect();
  }, [box, sheet]);
}
