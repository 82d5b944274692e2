// Which questions are worth asking next.

const MOST = 4;
const MOST_ABOUT_THE_SAME = 2;

/** Of `groups`, one list of questions for each group, those that weren't asked: first more about the group asked about last. */
export function nextQuestions(groups, said) {
  const asked = new Set(said);
  const left = groups.map((questions) => questions.filter((question) => !asked.has(question)));
  const last = groups.findIndex((questions) => questions.includes(said.at(-1)));
  const more = last < 0 ? [] : left[last].slice(0, MOST_ABOUT_THE_SAME);
  const others = left.filter((_, place) => place !== last).flatMap((questions) => questions.slice(0, 1));
  return [...more, ...others].slice(0, MOST);
}
