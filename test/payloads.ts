/** Example payloads of the service's model pages, unchanged. */
export const payloads: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "sdxl-torch": {
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
  "sdxl-txt2img": {
    prompt:
      // cspell:ignore picture packshot -- the service's example
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
  "sd2.1-txt2img": {
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
  "sdxl-img2img": {
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
