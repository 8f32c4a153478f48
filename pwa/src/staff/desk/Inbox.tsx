import { newKey, type Schemas } from "../api.ts";
import { useOffice } from "../context.ts";
import { timeOf } from "../i18n/say.ts";
import { useList } from "../useList.ts";

type Report = Schemas["ReportModel"];
type Proposal = Schemas["ProposalModel"];
const LOOK_MS = 8_000;

/** What waits for a verdict: residents' reports, official telegrams. */
export function Inbox() {
  const { say } = useOffice();
  const [reported, lookAtReports] = useList<Schemas["ReportList"]>("reports", LOOK_MS);
  const [proposed, lookAtProposals] = useList<Schemas["ProposalList"]>("proposals", LOOK_MS);
  const [reports, proposals] = [reported?.reports ?? [], proposed?.proposals ?? []];
  return (
    <div class="stack">
      <section class="card">
        <h2>{say("reports")}</h2>
        <ul class="list">
          {reports.map((one) => (
            <ReportRow key={one.id} report={one} onDone={lookAtReports} />
          ))}
        </ul>
        {reports.length === 0 ? <p>{say("nothing")}</p> : null}
      </section>
      <section class="card">
        <h2>{say("proposals")}</h2>
        <ul class="list">
          {proposals.map((one) => (
            <ProposalRow key={one.id} proposal={one} onDone={lookAtProposals} />
          ))}
        </ul>
        {proposals.length === 0 ? <p>{say("nothing")}</p> : null}
      </section>
    </div>
  );
}

function ReportRow({ report, onDone }: { readonly report: Report; readonly onDone: () => void }) {
  const { say, desk, done, drill, may } = useOffice();
  const decide = async (verdict: "confirm" | "reject", close: boolean) => {
    const body = { verdict, close, drill: drill ?? false, key: newKey(), reason: say(`what.${report.what}`) };
    done(await desk.post(`reports/${encodeURIComponent(report.id)}`, body));
    onDone();
  };
  return (
    <li class="row">
      <p>
        <b>{say(`what.${report.what}`)}</b> {report.street_name} {say("times", { n: report.count })}{" "}
        <small>
          {timeOf(report.last_at, new Date())} {report.lat.toFixed(3)}, {report.lon.toFixed(3)}
        </small>
      </p>
      {may("operator") ? (
        <div class="row">
          {report.street !== null && drill !== null ? (
            <button type="button" class="btn" onClick={() => decide("confirm", true)}>
              {say("confirmClose")}
            </button>
          ) : null}
          <button type="button" class="btn" onClick={() => decide("confirm", false)}>
            {say("confirm")}
          </button>
          <button type="button" class="btn" onClick={() => decide("reject", false)}>
            {say("reject")}
          </button>
        </div>
      ) : null}
    </li>
  );
}

function ProposalRow({ proposal, onDone }: { readonly proposal: Proposal; readonly onDone: () => void }) {
  const { say, desk, done, may } = useOffice();
  const decide = async (verdict: "confirm" | "reject") => {
    if (verdict === "confirm" && proposal.draft && !done(await desk.post("alerts", proposal.draft), say("saved")))
      return;
    done(await desk.post(`proposals/${encodeURIComponent(proposal.id)}`, { verdict }));
    onDone();
  };
  return (
    <li class="stack">
      <p>
        <b>{proposal.source}</b> <small>{timeOf(proposal.received_at, new Date())}</small>
      </p>
      <blockquote lang="ja">{proposal.text}</blockquote>
      {proposal.verdict === "open" && may("operator") ? (
        <div class="row">
          {proposal.draft ? (
            <button type="button" class="btn" onClick={() => decide("confirm")}>
              {say("takeUp")}
            </button>
          ) : null}
          <button type="button" class="btn" onClick={() => decide("reject")}>
            {say("reject")}
          </button>
        </div>
      ) : (
        <p>{proposal.verdict === "open" ? "" : `${say(`verdict.${proposal.verdict}`)} ${proposal.by}`}</p>
      )}
    </li>
  );
}
