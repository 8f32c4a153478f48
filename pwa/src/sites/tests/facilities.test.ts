import { expect, test } from "vitest";
import { facilitiesOf } from "../facilities.ts";

const of = (remarks: string, capacity: number | null = null) => facilitiesOf({ remarks, capacity });

test("what is written in the usual words is known, the rest stays as published", () => {
  expect(of("想定収容人数1200人。高さ32m。屋根なし。車いす可、ペット同行可")).toEqual({
    known: ["facility.noRoof", "facility.wheelchair", "facility.pets"],
    capacity: 1200,
    rest: "高さ32m",
  });
});

test("a no is never taken for a yes, nor a part of a sentence for the whole", () => {
  expect(of("車いす不可。ペット不可").known).toEqual(["facility.noWheelchair", "facility.noPets"]);
  expect(of("車いす可の入口は北側").known).toEqual([]);
  expect(of("車いす可の入口は北側").rest).toBe("車いす可の入口は北側");
});

test("a capacity of its own column counts more than a remark", () => {
  expect(of("収容人数80人", 100).capacity).toBe(100);
  expect(of("").capacity).toBeNull();
});
