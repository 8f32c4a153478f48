// Scores of the first screen, in Lighthouse's own mobile preset: node lighthouse.mjs ADDRESS CHROME
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [address, chromePath] = process.argv.slice(2);
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox"] });
try {
  const found = await lighthouse(address, { port: chrome.port, output: "json", logLevel: "error" });
  const { categories, audits } = found.lhr;
  const scores = Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, score]));
  const below = Object.values(audits).filter(({ score }) => score !== null && score < 0.9);
  console.log(JSON.stringify({ scores, below: below.map(({ id, displayValue = "" }) => `${id} ${displayValue}`) }));
} finally {
  chrome.kill();
}
