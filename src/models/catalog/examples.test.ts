import { expect, test } from "vitest";
import { describeFields } from "../describeFields.ts";
import { initialValues, valuesFromForm } from "../formValues.ts";
import { parseInput } from "../parseInput.ts";
import { sd21Txt2img } from "./sd21Txt2img.ts";
import { sdxlImg2img } from "./sdxlImg2img.ts";
import { sdxlTorch } from "./sdxlTorch.ts";
import { sdxlTxt2img } from "./sdxlTxt2img.ts";

/** The example of each model's page, copied from the page and from nowhere else. */
const payloads = {
  sdxlTorch: {
    prompt:
      "cinematic film still, 4k, realistic, ((cinematic photo:1.3)) of panda wearing a blue spacesuit, sitting in a bar, Fujifilm XT3, long shot, ((low light:1.4)), ((looking straight at the camera:1.3)), upper body shot, somber, shallow depth of field, vignette, highly detailed, high budget Hollywood movie, bokeh, cinemascope, moody, epic, gorgeous, film grain, grainy",
    negative_prompt:
      "ugly, tiling, poorly drawn hands, poorly drawn feet, poorly drawn face, out of frame, extra limbs, disfigured, deformed, body out of frame, blurry, bad anatomy, blurred, watermark, grainy, signature, cut off, draft",
    style: "base",
    samples: 1,
    scheduler: "UniPC",
    num_inference_steps: 25,
    guidance_scale: 8,
    strength: 0.2,
    high_noise_fraction: 0.8,
    seed: 468685,
    img_width: 1024,
    img_height: 1024,
    refiner: true,
    base64: false,
  },
  sdxlTxt2img: {
    prompt:
      "a beautiful stack of rocks sitting on top of a beach, a picture, red black white golden colors, chakras, packshot, stock photo",
    negative_prompt:
      "asian, african, makeup, fake, cgi, 3d, doll, art, anime, cartoon, illustration, painting, digital, blur, sepia, b&w, unnatural, unreal, photoshop, filter, airbrush, poor anatomy, lr",
    samples: 1,
    scheduler: "dpmpp_sde_ancestral",
    num_inference_steps: 25,
    guidance_scale: 8,
    strength: 1,
    seed: 2784983004,
    img_width: 768,
    img_height: 768,
    base64: false,
  },
  sd21Txt2img: {
    samples: 1,
    prompt: "calico cat wearing a cosmonaut suit, 3d render, pixar style, 8k, high resolution",
    scheduler: "DDIM",
    num_inference_steps: 25,
    guidance_scale: 7.5,
    strength: 1,
    seed: 17123564234,
    img_width: 512,
    img_height: 512,
    base64: false,
  },
  sdxlImg2img: {
    image: "https://segmind-sd-models.s3.amazonaws.com/display_images/sdxl-img2img-ip.jpg",
    samples: 1,
    prompt:
      "photorealistic, high-quality, ultra-detailed, image of (an origami bird with a layer that makes each folded polygonal section of the origami a different vivid c olor, an origami rainbow of color in a forest of origami plants and trees in the background), best quality, masterpiece, masterful composition, award, extremely detailed, incredibly high resolution, 32k, 16k, 8k, 4k, UHD, HDR, hyperrealistic, photo studio quality, amazing clarity, tack sharp, sharp focus, volumetric lighting, cinematic style",
    negative_prompt: "nude, disfigured, blurry",
    scheduler: "UniPC",
    base_model: "juggernaut",
    num_inference_steps: 30,
    guidance_scale: 6.5,
    strength: 0.65,
    seed: 98877465625,
    base64: false,
  },
};

const pages = [
  [sdxlTorch, payloads.sdxlTorch],
  [sdxlTxt2img, payloads.sdxlTxt2img],
  [sd21Txt2img, payloads.sd21Txt2img],
  [sdxlImg2img, payloads.sdxlImg2img],
] as const;

test.each(pages)(
  "$id: the page's payload comes out as it went in, key by key",
  (model, payload) => {
    const before = structuredClone(payload);
    const parsed = parseInput(model, payload);
    expect(parsed).toEqual({ ok: true, input: payload });
    expect(payload).toEqual(before);
    if (parsed.ok) {
      expect(Object.keys(parsed.input).toSorted()).toEqual(Object.keys(payload).toSorted());
    }
    expect(model.example).toEqual(payload);
  },
);

test.each(pages)("$id: the form starts with the page's example", (model, payload) => {
  const started = initialValues(model);
  expect(Object.keys(started)).toEqual(describeFields(model).map(({ name }) => name));
  // sdxl-torch and sdxl-img2img have defaults of their own, which come before the example's numbers.
  const { seed, ...rest } = payload;
  expect(started).toMatchObject(model === sdxlTorch ? { ...rest, seed: -1 } : { ...rest, seed });
  expect(parseInput(model, valuesFromForm(model, started))).toMatchObject({ ok: true });
});

const bare = [
  [
    sdxlTorch,
    { prompt: "a" },
    {
      prompt: "a",
      style: "base",
      samples: 1,
      scheduler: "UniPC",
      num_inference_steps: 25,
      guidance_scale: 7.5,
      strength: 0.2,
      high_noise_fraction: 0.8,
      seed: -1,
      img_width: 1024,
      img_height: 1024,
      refiner: true,
      base64: false,
    },
  ],
  [sdxlTxt2img, {}, { samples: 1, scheduler: "dpmpp_sde_ancestral", base64: false }],
  [sd21Txt2img, {}, { samples: 1, scheduler: "DDIM", base64: false }],
  [
    sdxlImg2img,
    { image: "https://a.example/b.png", prompt: "a" },
    {
      image: "https://a.example/b.png",
      prompt: "a",
      base_model: "juggernaut",
      samples: 1,
      scheduler: "UniPC",
      num_inference_steps: 30,
      guidance_scale: 6.5,
      strength: 0.65,
      seed: -1,
      base64: false,
    },
  ],
] as const;

test.each(bare)(
  "$id: what is left out is sent with the page's defaults and no others",
  (model, values, sent) => {
    const parsed = parseInput(model, values);
    // Strict: a key that is present and undefined is not the same as one that is left out.
    expect(parsed).toStrictEqual({ ok: true, input: sent });
  },
);

test.each([
  [{ refiner: true, high_noise_fraction: 1 }, true],
  [{ high_noise_fraction: 1 }, true],
  [{ refiner: false, high_noise_fraction: 1 }, false],
  [{ refiner: true, high_noise_fraction: 0.99 }, false],
  [{ refiner: true }, false],
])("the refiner's rule on %o says %o and refuses nothing", (values, warned) => {
  const [rule] = sdxlTorch.rules ?? [];
  expect(rule?.when(values)).toBe(warned);
  expect(rule?.fields).toEqual(["refiner", "high_noise_fraction"]);
  expect(parseInput(sdxlTorch, { prompt: "a", ...values }).ok).toBe(true);
});
