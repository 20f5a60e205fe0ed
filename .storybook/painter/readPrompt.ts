import { anyOf } from "./anyOf.ts";
import type { Random } from "./random.ts";
import { abstract } from "./scenes/abstract.ts";
import { bar } from "./scenes/bar.ts";
import { city } from "./scenes/city.ts";
import { desert } from "./scenes/desert.ts";
import { forest } from "./scenes/forest.ts";
import { meadow } from "./scenes/meadow.ts";
import { mountains } from "./scenes/mountains.ts";
import { sea } from "./scenes/sea.ts";
import { space } from "./scenes/space.ts";
import { studio } from "./scenes/studio.ts";
import { underwater } from "./scenes/underwater.ts";
import type { Scene, Subject } from "./stage.ts";
import { animal } from "./subjects/animal.ts";
import { animalKind } from "./subjects/animalKinds.ts";
import { balloon } from "./subjects/balloon.ts";
import { boat } from "./subjects/boat.ts";
import { cup } from "./subjects/cup.ts";
import { flower } from "./subjects/flower.ts";
import { house } from "./subjects/house.ts";
import { lighthouse } from "./subjects/lighthouse.ts";
import { origamiBird } from "./subjects/origamiBird.ts";
import { person } from "./subjects/person.ts";
import { robot } from "./subjects/robot.ts";
import { rocks } from "./subjects/rocks.ts";

const subjects: readonly (readonly [RegExp, Subject])[] = [
  [anyOf("origami|crane|paper bird"), origamiBird],
  [anyOf("rocks|stones|pebbles|cairn"), rocks],
  [anyOf("robot|android|cyborg|mech"), robot],
  [anyOf("lighthouse"), lighthouse],
  [anyOf("balloon"), balloon],
  [anyOf("boat|ship|sail|yacht"), boat],
  [anyOf("house|cabin|cottage|hut|home"), house],
  [anyOf("coffee|tea|cup|mug|cappuccino"), cup],
  [anyOf("sunflower(?!s)|a rose|flower(?!s)|tulip(?!s)|lotus|orchid"), flower],
  [
    anyOf("woman|man|girl|boy|person|portrait|king|queen|princess|wizard|warrior|she|he|astronaut"),
    person,
  ],
];

const scenes: readonly (readonly [RegExp, Scene])[] = [
  [anyOf("bar|pub|caf[eé]|restaurant|kitchen|library|tavern|interior|room"), bar],
  [anyOf("underwater|coral|reef|fish|aquarium|whale|dolphin|shark|mermaid"), underwater],
  [anyOf("beach|sea|ocean|coast|shore|island|wave|lighthouse|boat|ship|sail|harbou?r"), sea],
  [anyOf("forest|woods|jungle|trees|woodland"), forest],
  [
    anyOf("city|skyline|street|skyscraper|tokyo|new york|urban|building|cyberpunk|metropolis|town"),
    city,
  ],
  [anyOf("desert|dune|sahara|canyon|cactus|mars|pyramid"), desert],
  [
    anyOf(
      "mountain|lake|valley|alps|hill|river|waterfall|volcano|snow|winter|landscape|balloon|cabin",
    ),
    mountains,
  ],
  [anyOf("meadow|garden|(?<!of )field|flowers|spring|tulips|sunflowers|lavender|grass"), meadow],
  [anyOf("space|galaxy|planet|nebula|cosmos|cosmonaut|astronaut|universe|star|starry"), space],
  [anyOf("abstract|pattern|geometric|fluid|texture|wallpaper|shapes|marble"), abstract],
  [anyOf("portrait|render|product|packshot|icon|logo|photo of|studio|mascot|toy"), studio],
];

const wanderings: readonly [Scene, ...Scene[]] = [
  mountains,
  sea,
  forest,
  meadow,
  desert,
  city,
  abstract,
];

export interface Composition {
  readonly scene: Scene;
  readonly subject: Subject | undefined;
}

export function readPrompt(words: string, random: Random): Composition {
  // A spacesuit doesn't imply a scene in space.
  const places = words.replaceAll(/space ?suit/g, "");
  const subject = animalKind(words) ? animal : subjects.find(([word]) => word.test(words))?.[1];
  const scene = scenes.find(([word]) => word.test(places))?.[1];
  return {
    scene:
      scene ??
      (subject ? random.pick([studio, studio, meadow, mountains]) : random.pick(wanderings)),
    subject,
  };
}
