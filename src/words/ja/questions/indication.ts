import type { Indication } from "../../../core/knowledge/schema.ts";
import type { indication as question } from "../../../core/questions/indication/indication.ts";
import type { QuestionWords } from "../../question-words.ts";
import { eligibility } from "./eligibility.ts";

const { severity, features, priorTreatments } = eligibility.fields;
const { isotretinoin: _, other: __, ...treatments } = priorTreatments.columns.agent.choices;

export const indication: QuestionWords<typeof question> = {
  title: "この症状に使える薬ですか",
  lead: "イソトレチノインを使いたい目的について、米国で承認された適応か、根拠のある適応外使用か、根拠がないか、有害かを答えます。一覧にない目的には使いません。",
  fields: {
    name: { label: "何を治療したいですか" },
    severity: { ...severity, hint: "ニキビの場合に選んでください。" },
    features: { ...features, hint: "ニキビの場合に選んでください。" },
    failed: {
      label: "効果がなかった治療",
      hint: "ニキビの場合。十分な期間続けても効果がなかった治療を選んでください。",
      choices: treatments,
    },
  },
  sections: { evidence: "この使い方についてわかっていること" },
  reasons: {
    unlisted: ({ indication: written }) =>
      `使えません。「${written}」は把握している用途になく、一覧にない目的には使わないことにしています。`,
    never: ({ indication: id }, say) =>
      `決して使いません。イソトレチノインは「${say.name("indication", id)}」のための薬ではありません。処方医の判断でも変えられません。`,
    harmful: ({ indication: id }, say) =>
      `使えません。イソトレチノインは「${say.name("indication", id)}」の治療にはならず、害になるおそれがあります。処方医の判断でも変えられません。`,
    "no-evidence": ({ indication: id }, say) =>
      `使いません。「${say.name("indication", id)}」はイソトレチノインの使用目的になりません。`,
    "off-label": ({ indication: id, isStrong, onlyAboveMaximum }, say) =>
      onlyAboveMaximum
        ? `「${say.name("indication", id)}」は承認された適応ではありません。効果がみられたのは添付文書の上限を超える量だけで、ここではその量を出せません。使うには処方医が判断し、理由を記録する必要があります。`
        : `「${say.name("indication", id)}」は承認された適応ではなく、根拠は${isStrong ? "強いもの" : "弱いか限られたもの"}です。使うかどうかは処方医が判断し、理由を記録します。`,
    "off-label-judged": ({ indication: id }, say) =>
      `「${say.name("indication", id)}」は承認された適応ではありませんが、治療を進めてよいという処方医の判断が記録されています。`,
    "severity-unknown": () =>
      "ニキビの重症度によります。米国で承認された適応は、他の治療で治らない重症の結節性ニキビだけです。",
    "severe-recalcitrant": ({ severity: of }, say) =>
      `はい、米国で承認された適応に当たります。抗菌薬の内服で治らなかった、${say.term(of)}のニキビです。`,
    "severe-without-failed-antibiotic": ({ severity: of }, say) =>
      `ニキビは${say.term(of)}ですが、米国で承認された適応は、抗菌薬の内服を含む他の治療で治らないものです。その点がまだわかりません。`,
    "moderate-supported": ({ severity: of }, say) =>
      `適応外ですが、使用が支持されます。${say.term(of)}で、ニキビ跡が残る、生活への負担が大きい、他の治療が効かなかったのいずれかに当たるためです。`,
    "moderate-unsupported": ({ severity: of }, say) =>
      `まだ使えません。${say.term(of)}のニキビは適応外で、支持されるのは、ニキビ跡が残る、生活への負担が大きい、他の治療が効かなかった場合だけです。`,
    mild: ({ severity: of }, say) =>
      `${of === "clear" ? "ニキビは見られません" : `ニキビは${say.term(of)}です`}。承認された適応ではなく、使うには処方医が判断し、理由を記録する必要があります。`,
    "mild-judged": ({ severity: of }, say) =>
      `${of === "clear" ? "ニキビは見られません" : `ニキビは${say.term(of)}です`}が、治療を進めてよいという処方医の判断が記録されています。`,
    "did-you-mean": ({ written, indications }, say) =>
      `「${written}」は登録されていません。もしかして: ${say.list(indications.map((id) => say.name("indication", id)))}`,
    because: ({ evidence, says }, say) => `${strengths[evidence] ?? ""}${say.text(says)}`,
    instead: ({ says }, say) => `ほかの治療:${say.text(says)}`,
    "unapproved-in-japan": () =>
      "イソトレチノインは、日本ではどの使い方についても承認されていません。治療は健康保険の対象外(全額自己負担)で、医薬品副作用被害救済制度の対象にもなりません。",
    "from-an-age": ({ years }) => `米国で承認された適応は${years}歳以上です。`,
    "titled-as-a-use": () =>
      "用量も出典も示さずに、これをイソトレチノインの用途に挙げているページがあります。そこに並ぶ題名の多くはこの薬自体の副作用で、内容は採用していません。",
  },
};

/** How much the evidence of an off-label use is worth; of the others the answer says enough. */
const strengths: { readonly [C in Indication["class"]]?: string } = {
  "off-label-strong": "根拠は強いものです。",
  "off-label": "根拠は弱いか、限られています。",
};
