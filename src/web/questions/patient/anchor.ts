/** Where the questions stand on a patient's page: a link leads there. */
export const questionsAnchor = "questions";
