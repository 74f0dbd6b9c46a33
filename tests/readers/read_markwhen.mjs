// What @markwhen/parser makes of a document on standard input, as JSON.
import { readFileSync } from "node:fs";
import { isEvent, parse, toArray } from "@markwhen/parser";

const read = parse(readFileSync(0, "utf-8"));
const all = toArray(read.events).map(({ eventy }) => eventy);
const events = all.filter(isEvent).map((one) => ({
    id: one.id,
    title: one.firstLine.restTrimmed,
    from: one.dateRangeIso.fromDateTimeIso,
    to: one.dateRangeIso.toDateTimeIso,
    tags: one.tags,
    properties: one.properties,
    lines: one.supplemental.map((block) => block.raw),
    kinds: [...new Set(one.supplemental.map((block) => block.type))],
    other: [one.percent, one.completed, one.recurrence, one.isRelative || undefined, ...one.matchedListItems],
}));
process.stdout.write(JSON.stringify({
    header: read.header,
    messages: [...read.parseMessages, ...read.documentMessages],
    sections: all.filter((one) => !isEvent(one)).map((one) => one.title),
    comments: read.ranges.filter((range) => range.type === "comment").length,
    events,
}));
