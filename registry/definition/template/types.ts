/** Where something stands: line and column count from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A text inside a definition's file, and where its places are in that file. */
export interface TemplateText {
  readonly text: string;
  locate(place: Place): Place;
}
