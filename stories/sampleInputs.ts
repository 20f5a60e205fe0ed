const svg = (body: string): string =>
  `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">${body}</svg>`)}`;

export const origamiBird = svg(
  '<rect width="96" height="96" fill="#20483f"/><path d="M14 60 52 24l8 34z" fill="#f4a259"/><path d="m52 24 30 12-22 22z" fill="#e4572e"/><path d="m14 60 46-2-22 20z" fill="#f2e3bc"/><path d="m60 58 22-22 4 10z" fill="#b8420f"/>',
);
