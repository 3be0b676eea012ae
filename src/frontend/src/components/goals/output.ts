/** Does it read like a thing to make? The same guess as the room's, for a gentle prompt while writing. */

export const MAKING: readonly string[] = [
  ..."build create deliver delivering deploy deployed deploying".split(" "),
  ..."develop developing implement implemented implementing install introduce".split(" "),
  ..."introducing launch launched launching migrate procure publish release".split(" "),
  ..."releasing ship upgrade upgrading".split(" "),
  ...["roll out", "rolled out", "rolling out", "set up", "setting up"],
];
export const MAKING_IN_WELSH: readonly string[] = [
  ..."adeiladu cyflwyno cyhoeddi creu darparu datblygu gosod gweithredu lansio".split(" "),
  ..."rhyddhau sefydlu uwchraddio chreu chyflwyno chyhoeddi ddarparu ddatblygu".split(" "),
  ..."greu gyflwyno gyhoeddi ryddhau weithredu".split(" "),
  ...["rhoi ar waith", "roi ar waith"],
];
/** After these, a launch is a thing. */
const BEFORE_A_THING = new Set(
  (
    "a after an any at before each every first her his in its last latest my new next of on our " +
    "per since soft that the their this your"
  ).split(" "),
);
const BEFORE_A_THING_IN_WELSH = new Set("ers r y yr ôl".split(" "));
/** Before this as well: "release of patients". */
const OF_A_THING = "of";

export function readsLikeOutput(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return (
    says(words, MAKING, BEFORE_A_THING) || says(words, MAKING_IN_WELSH, BEFORE_A_THING_IN_WELSH)
  );
}

function says(
  words: readonly string[],
  phrases: readonly string[],
  before: ReadonlySet<string>,
): boolean {
  const parts = phrases.map((phrase) => phrase.split(" "));
  return words.some((_, at) =>
    parts.some(
      (phrase) =>
        phrase.every((word, index) => words[at + index] === word) &&
        !before.has(words[at - 1] ?? "") &&
        words[at + phrase.length] !== OF_A_THING,
    ),
  );
}
