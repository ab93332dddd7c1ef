// Three drawn scenes to send as photos, painted when they are needed.

const WIDTH = 960;
const HEIGHT = 720;

function sky(paint, top, bottom, until) {
  const gradient = paint.createLinearGradient(0, 0, 0, until);
  gradient.addColorStop(0, top);
  gradient.addColorStop(1, bottom);
  paint.fillStyle = gradient;
  paint.fillRect(0, 0, WIDTH, until);
}

function shape(paint, colour, points) {
  paint.fillStyle = colour;
  paint.beginPath();
  points.forEach(([x, y], index) => (index ? paint.lineTo(x, y) : paint.moveTo(x, y)));
  paint.closePath();
  paint.fill();
}

function round(paint, colour, x, y, rx, ry = rx, turn = 0) {
  paint.fillStyle = colour;
  paint.beginPath();
  paint.ellipse(x, y, rx, ry, turn, 0, 2 * Math.PI);
  paint.fill();
}

function line(paint, colour, width, points) {
  paint.strokeStyle = colour;
  paint.lineWidth = width;
  paint.lineCap = paint.lineJoin = "round";
  paint.beginPath();
  points.forEach(([x, y], index) => (index ? paint.lineTo(x, y) : paint.moveTo(x, y)));
  paint.stroke();
}

function houses(paint, base, colour, lit) {
  const widths = [150, 110, 190, 130, 170, 120, 180];
  let x = -30;
  widths.forEach((width, index) => {
    const height = 90 + ((index * 53) % 70);
    shape(paint, colour, [[x, base], [x, base - height], [x + width / 2, base - height - 46], [x + width, base - height], [x + width, base]]);
    paint.fillStyle = lit && index % 3 === 1 ? lit : "rgba(0,0,0,.22)";
    paint.fillRect(x + width * 0.3, base - height + 26, 30, 34);
    paint.fillRect(x + width * 0.62, base - height + 26, 30, 34);
    x += width + 8;
  });
}

function lamp(paint) {
  sky(paint, "#16223c", "#54496a", 520);
  round(paint, "#e9e3cf", 780, 130, 40);
  round(paint, "#26304b", 798, 118, 36);
  houses(paint, 520, "#1d2740", "#e8b34c");
  paint.fillStyle = "#232a38";
  paint.fillRect(0, 520, WIDTH, 200);
  shape(paint, "#2e3646", [[330, 720], [440, 520], [560, 520], [800, 720]]);
  for (let step = 0; step < 4; step += 1) {
    const y = 540 + step * step * 18 + step * 12;
    shape(paint, "#8d8f92", [[503 + step * 12, y], [512 + step * 14, y], [518 + step * 18, y + 14 + step * 8], [505 + step * 15, y + 14 + step * 8]]);
  }
  line(paint, "#0c1220", 20, [[270, 650], [270, 190], [292, 150], [400, 138]]);
  shape(paint, "#0c1220", [[388, 122], [476, 132], [470, 162], [388, 154]]);
  line(paint, "#5d6678", 5, [[404, 158], [430, 166], [456, 162]]);
  round(paint, "#0c1220", 270, 654, 46, 12);
}

function pothole(paint) {
  sky(paint, "#8fc1e3", "#dcecf2", 300);
  round(paint, "#5d8f5c", 120, 300, 180, 90);
  round(paint, "#6b9d63", 420, 310, 220, 76);
  round(paint, "#588a58", 820, 300, 240, 100);
  houses(paint, 316, "#c98f68", null);
  shape(paint, "#7d9a62", [[0, 300], [WIDTH, 300], [WIDTH, HEIGHT], [0, HEIGHT]]);
  shape(paint, "#5b6069", [[390, 300], [570, 300], [1080, 720], [-120, 720]]);
  for (const [y, size] of [[330, 8], [390, 14], [490, 24], [640, 40]]) {
    shape(paint, "#ece7d8", [[480 - size * 0.3, y], [480 + size * 0.3, y], [480 + size * 0.5, y + size * 1.8], [480 - size * 0.5, y + size * 1.8]]);
  }
  round(paint, "#474b53", 560, 560, 210, 74, -0.05);
  round(paint, "#2f3239", 566, 568, 176, 56, -0.05);
  round(paint, "#7d93a3", 574, 580, 132, 34, -0.05);
  round(paint, "#a4b9c6", 540, 574, 54, 10, -0.1);
  line(paint, "#3b3f46", 6, [[350, 560], [300, 530], [272, 542]]);
  line(paint, "#3b3f46", 6, [[760, 590], [820, 620], [866, 612]]);
  line(paint, "#3b3f46", 5, [[540, 488], [520, 452], [540, 430]]);
}

function rubbish(paint) {
  sky(paint, "#b7d3de", "#eef1e6", 280);
  round(paint, "#7fa873", 200, 290, 260, 110);
  round(paint, "#6f9a69", 700, 290, 320, 130);
  houses(paint, 300, "#b9a48c", null);
  shape(paint, "#8c7a5c", [[0, 290], [WIDTH, 290], [WIDTH, 380], [0, 360]]);
  shape(paint, "#6c8a86", [[0, 356], [WIDTH, 376], [WIDTH, HEIGHT], [0, HEIGHT]]);
  for (let index = 0; index < 9; index += 1) {
    const y = 400 + index * 34;
    line(paint, "rgba(255,255,255,.22)", 4, [[(index * 211) % 700, y], [((index * 211) % 700) + 120 + index * 12, y + 3]]);
  }
  shape(paint, "#7a6a4f", [[0, 560], [210, 596], [420, 680], [470, 720], [0, 720]]);
  const pieces = ["#e8e4da", "#3f6fae", "#d2553f", "#2f3238", "#e5b94b", "#7fae9b", "#f3f1ec"];
  for (let index = 0; index < 46; index += 1) {
    const along = (index * 137) % 620;
    const x = 60 + along + ((index * 29) % 40);
    const y = 520 + ((index * 71) % 150) - along * 0.06;
    const size = 14 + ((index * 17) % 26);
    if (index % 3 === 0) round(paint, pieces[index % 7], x, y, size, size * 0.7, index);
    else if (index % 3 === 1) shape(paint, pieces[index % 7], [[x, y], [x + size * 1.4, y - size * 0.4], [x + size * 1.6, y + size * 0.7], [x + size * 0.2, y + size]]);
    else line(paint, pieces[index % 7], size * 0.5, [[x, y], [x + size * 1.3, y - size * 0.5]]);
  }
  round(paint, "#25282d", 300, 610, 66, 54, 0.2);
  round(paint, "#31353b", 384, 632, 54, 44, -0.2);
  line(paint, "#25282d", 14, [[286, 566], [300, 548], [316, 564]]);
}

export const SAMPLES = [
  { key: "sample1", paint: lamp },
  { key: "sample2", paint: pothole },
  { key: "sample3", paint: rubbish },
];

const painted = new Map();

/** The scene as a JPEG file. */
export function sample(index) {
  if (!painted.has(index)) {
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    SAMPLES[index].paint(canvas.getContext("2d"));
    painted.set(
      index,
      new Promise((done) => {
        canvas.toBlob((blob) => done(new File([blob], `${SAMPLES[index].key}.jpg`, { type: "image/jpeg" })), "image/jpeg", 0.86);
      }),
    );
  }
  return painted.get(index);
}
