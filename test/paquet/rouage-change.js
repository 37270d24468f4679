// Préchargé avant ctg : une méthode de pdfmake fait autre chose, comme si le paquet avait été modifié sur place.
import { createRequire } from 'node:module';

const { default: Renderer } = createRequire(import.meta.url)('pdfmake/js/Renderer.js');
const before = Renderer.prototype.renderImage;
Renderer.prototype.renderImage = function renderImage(image) {
  return before.call(this, { ...image, x: image.x + 1 });
};
