/** Nobody real: the family names mean "fictional", "sample", "made up", "example" and the like, and nobody bears them. */
import type { Fictional } from "./story.ts";

const families = {
  架空: "カクウ",
  見本: "ミホン",
  仮名: "カメイ",
  例示: "レイジ",
  模擬: "モギ",
  想定: "ソウテイ",
  試作: "シサク",
  空想: "クウソウ",
} as const;

function person(
  family: keyof typeof families,
  given: readonly [name: string, kana: string],
  gender: Fictional["gender"],
  ageYears: number,
  kg: number,
): Fictional {
  return { name: `${family} ${given[0]}`, kana: `${families[family]} ${given[1]}`, gender, ageYears, kg };
}

const woman = (
  family: keyof typeof families,
  given: readonly [string, string],
  ageYears: number,
  kg: number,
) => person(family, given, "female", ageYears, kg);
const man = (family: keyof typeof families, given: readonly [string, string], ageYears: number, kg: number) =>
  person(family, given, "male", ageYears, kg);

export const people = {
  hanako: woman("架空", ["花子", "ハナコ"], 24, 52),
  tsukiko: woman("架空", ["月子", "ツキコ"], 29, 55),
  hoshiko: woman("見本", ["星子", "ホシコ"], 16, 48),
  yukiko: woman("見本", ["雪子", "ユキコ"], 22, 50),
  amiko: woman("仮名", ["雨子", "アメコ"], 31, 57),
  fuko: woman("仮名", ["風子", "フウコ"], 27, 54),
  moriko: woman("例示", ["森子", "モリコ"], 25, 53),
  namiko: woman("例示", ["波子", "ナミコ"], 33, 58),
  sorako: woman("模擬", ["空子", "ソラコ"], 21, 49),
  kumoko: woman("模擬", ["雲子", "クモコ"], 15, 46),
  niwako: woman("想定", ["庭子", "ニワコ"], 28, 56),
  tanako: woman("想定", ["谷子", "タニコ"], 35, 60),
  mineko: woman("試作", ["峰子", "ミネコ"], 23, 51),
  kawako: woman("試作", ["川子", "カワコ"], 26, 55),
  shimako: woman("空想", ["島子", "シマコ"], 30, 57),
  hamako: woman("空想", ["浜子", "ハマコ"], 20, 50),
  kiriko: woman("架空", ["霧子", "キリコ"], 24, 52),
  nijiko: woman("見本", ["虹子", "ニジコ"], 32, 59),
  kazeko: woman("仮名", ["春子", "ハルコ"], 19, 48),
  natsuko: woman("例示", ["夏子", "ナツコ"], 27, 54),
  akiko: woman("模擬", ["秋子", "アキコ"], 22, 51),
  fuyuko: woman("想定", ["冬子", "フユコ"], 34, 58),
  asako: woman("試作", ["朝子", "アサコ"], 25, 53),
  hiruko: woman("空想", ["昼子", "ヒルコ"], 28, 55),
  yuko: woman("架空", ["夕子", "ユウコ"], 21, 50),
  yoruko: woman("見本", ["夜子", "ヨルコ"], 36, 61),
  umeko: woman("仮名", ["梅子", "ウメコ"], 23, 52),
  sakurako: woman("例示", ["桜子", "サクラコ"], 26, 54),
  momoko: woman("模擬", ["桃子", "モモコ"], 18, 47),
  takeko: woman("想定", ["竹子", "タケコ"], 29, 56),
  matsuko: woman("試作", ["松子", "マツコ"], 31, 57),
  kikuko: woman("空想", ["菊子", "キクコ"], 24, 53),
  ichiro: man("架空", ["一郎", "イチロウ"], 23, 62),
  jiro: man("見本", ["二郎", "ジロウ"], 28, 66),
  saburo: man("仮名", ["三郎", "サブロウ"], 14, 50),
  shiro: man("例示", ["四郎", "シロウ"], 31, 70),
  goro: man("模擬", ["五郎", "ゴロウ"], 20, 61),
  rokuro: man("想定", ["六郎", "ロクロウ"], 26, 64),
  nanaro: man("試作", ["七郎", "シチロウ"], 19, 60),
  hachiro: man("空想", ["八郎", "ハチロウ"], 24, 63),
  kuro: man("架空", ["九郎", "クロウ"], 35, 72),
  juro: man("見本", ["十郎", "ジュウロウ"], 29, 68),
  toichi: man("仮名", ["太郎", "タロウ"], 22, 59),
  hajime: man("例示", ["次郎", "ジロウ"], 27, 65),
} as const;
