// Made from the API's OpenAPI by `npm run schema`. Do not edit.

export interface paths {
    "/v1/route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Route
         * @description Return the least exposed way from a position to an evacuation site that suits the hazard.
         *
         *     The outcome is one of Route, NoSafeRoute, OutsideRegion and NoRoadNearby: all of them are answers (200).
         */
        post: operations["route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description Return that the server is ready, and what it serves.
         */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description Return whether to stay, to go up, or to leave, with the reasons in order and the way.
         *
         *     It follows 避難行動判定フロー and the meanings of 警戒レベル (docs/decision.md). Times are those of a
         *     published scenario (想定); nothing here forecasts. What is in force, and which streets and sites are
         *     closed, comes from the live state of the area, with its age.
         */
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Regions
         * @description Return every served region; the first is the default.
         */
        get: operations["regions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions/{region}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Manifest
         * @description Return the manifest: what the region is, its sources, and every file with size, hash and path.
         */
        get: operations["manifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions/{region}/layers/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Layer
         * @description Return a replaced layer that the live state names by its hash: an exposure file of one kind.
         */
        get: operations["layer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions/{region}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Signature
         * @description Return the signature of the manifest, from a server that has a key.
         */
        get: operations["signature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions/{region}/files/{sha16}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * File
         * @description Return one file of a region, a range or a part of it, to keep for ever: its address holds its hash.
         */
        get: operations["file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/areas/{area}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live State
         * @description Return the signed live state: the whole of it, or the events after a revision.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/areas/{area}/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Key
         * @description Return the public key that the live state is signed with.
         */
        get: operations["key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/areas/{area}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events
         * @description Tell every new revision as it comes (server-sent events), for five minutes.
         *
         *     Each message holds ``revision``, ``digest`` and ``as_of``; what changed is fetched from ``live``.
         */
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Key
         * @description Return the key that a browser needs to subscribe.
         */
        get: operations["push_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change
         * @description Keep other wishes for a subscription.
         */
        put: operations["change_subscription"];
        /**
         * Subscribe
         * @description Keep a subscription, encrypted. The same endpoint again replaces what was kept for it.
         */
        post: operations["subscribe"];
        /**
         * Unsubscribe
         * @description Delete everything kept for a subscription. Once more is no error.
         */
        delete: operations["unsubscribe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts.cap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts Cap
         * @description Return all alerts in force as CAP 1.2 messages in one signed list.
         */
        get: operations["alerts_cap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts Atom
         * @description Return all alerts in force as an Atom feed.
         */
        get: operations["alerts_atom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts.pem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts Certificate
         * @description Return the certificate that CAP is signed with. Compare it once with the one given by hand.
         */
        get: operations["alerts_certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{name}.cap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alert Cap
         * @description Return a signed CAP 1.2 message: by its identifier, or the newest about an alert by the alert's id.
         */
        get: operations["alert_cap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts
         * @description Return drafts and alerts, newest first.
         */
        get: operations["staff_alerts"];
        put?: never;
        /**
         * Draft
         * @description Begin a draft; with ``replaces``, of an update.
         */
        post: operations["draft_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/alerts/{alert}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alert
         * @description Return one alert with its history.
         */
        get: operations["staff_alert"];
        /**
         * Edit
         * @description Write a draft anew; an approval is gone then.
         */
        put: operations["edit_alert"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/alerts/{alert}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview
         * @description Return exactly what residents will see and hear in each language, and how many there are.
         */
        get: operations["preview_alert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/alerts/{alert}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit
         * @description Ask for approval; the texts stay as they are from now on.
         */
        post: operations["submit_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/alerts/{alert}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give Back
         * @description Make it a draft again.
         */
        post: operations["return_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/alerts/{alert}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Give it up before it was issued.
         */
        post: operations["withdraw_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/alerts/{alert}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description Approve exactly the version that was seen; never one's own.
         */
        post: operations["approve_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/alerts/{alert}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue
         * @description Bring it into force. The emergency override is for approvers, where it is set, and says why.
         */
        post: operations["issue_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/alerts/{alert}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description Cancel, or lift because the danger is over; level 4, 5 and tsunami take an approver.
         */
        post: operations["cancel_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Session
         * @description Return who is signed in.
         */
        get: operations["session"];
        put?: never;
        /**
         * Sign In
         * @description Sign in: a cookie that no script can read, and the token that every change must bring.
         */
        post: operations["sign_in"];
        /**
         * Sign Out
         * @description Sign out.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/world": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * World
         * @description Return what is in force, and how well it is known.
         */
        get: operations["staff_world"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/closures/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description Return what a drawing would close. Nothing is changed.
         */
        post: operations["preview_closure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close
         * @description Close roads: every route follows.
         */
        post: operations["close_roads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/closures/{closure}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen
         * @description End a closure, or reopen some of its streets.
         */
        post: operations["reopen_roads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/streets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Street Near
         * @description Return the street nearest to a point on the map.
         */
        get: operations["street_near"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/sites/{site}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell Site
         * @description Tell the state of an evacuation site.
         */
        post: operations["tell_site"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/drill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Drill
         * @description Start an exercise (訓練), with an empty state of its own.
         */
        post: operations["start_drill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/drill/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Drill
         * @description End the exercise that runs, and everything in it.
         */
        post: operations["end_drill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reports
         * @description Return the reports that wait for a verdict, most told first.
         */
        get: operations["reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/reports/{report}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide Report
         * @description Confirm a report, and close the streets if asked to; or reject it.
         *
         *     Two people who confirm the same report close once.
         */
        post: operations["decide_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposals
         * @description Return what official feeds proposed, the newest first.
         */
        get: operations["proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/proposals/{proposal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide Proposal
         * @description Take a proposal up or reject it. Taking it up issues nothing: its draft goes the way of every alert.
         */
        post: operations["decide_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit
         * @description Return who did what in this area, the newest first.
         */
        get: operations["audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit Of Accounts
         * @description Return all signing in, refused signing in and changed accounts, the newest first.
         */
        get: operations["audit_of_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/areas/{area}/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Push
         * @description Return how the latest notices go out, and what could not be sent.
         */
        get: operations["push_delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/areas/{area}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report
         * @description Take a report for staff to look at. It closes nothing by itself, and is forgotten after hours.
         */
        post: operations["report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Acted
         * @description What was done: it is on disk.
         */
        Acted: {
            /**
             * Entry
             * @description Its place in the log.
             */
            entry: string;
            /** Event */
            event: {
                [key: string]: unknown;
            };
        };
        /**
         * Advice
         * @description What to do.
         * @enum {string}
         */
        Advice: "StayWhereYouAre" | "StayUpstairs" | "Unknown" | "PrepareToLeave" | "LeaveNow" | "HighGround" | "TsunamiBuilding" | "TooLateGoUp";
        /**
         * AlertList
         * @description The alerts of an area, newest first.
         */
        AlertList: {
            /** Alerts */
            alerts: components["schemas"]["AlertRecord"][];
            telling: components["schemas"]["TellingModel"];
        };
        /**
         * AlertRecord
         * @description An alert in its life.
         */
        AlertRecord: {
            /** Id */
            id: string;
            /** Version */
            version: number;
            state: components["schemas"]["Stage"];
            /**
             * Alert
             * @description Its id once in force.
             */
            alert: string;
            draft: components["schemas"]["DraftRequest"];
            /**
             * Text
             * @description By language, the first line is the title; empty before it is submitted.
             */
            text: {
                [key: string]: string;
            };
            /** Needs Second */
            needs_second: boolean;
            /** Approved By */
            approved_by: string | null;
            /**
             * Approval Ends At
             * @description When an approval that nobody uses ends: the alert is a draft again then.
             */
            approval_ends_at: string | null;
            /** Wrote */
            wrote: string[];
            /** In Force */
            in_force: boolean;
            /** History */
            history: components["schemas"]["MarkModel"][];
        };
        /**
         * AreaKey
         * @description The public key of an area.
         */
        AreaKey: {
            /**
             * Key
             * @description Its id: the first 16 hexadecimal digits of its sha256.
             */
            key: string;
            /**
             * Algorithm
             * @constant
             */
            algorithm: "Ed25519";
            /**
             * Public Key
             * @description 32 bytes, base64.
             */
            public_key: string;
            /**
             * Notices
             * @description The oldest first.
             */
            notices: components["schemas"]["KeyNotice"][];
            /** Area */
            area: string;
        };
        /**
         * AudienceModel
         * @description Whom it reaches.
         */
        AudienceModel: {
            /**
             * Subscriptions
             * @description Phones, each once.
             */
            subscriptions: number;
            /**
             * By Mesh
             * @description Phones by cell; one may watch several.
             */
            by_mesh: {
                [key: string]: number;
            };
            /**
             * Residents
             * @description People who live there; null where the region has no population.
             */
            residents: number | null;
            /**
             * Unsurveyed
             * @description Of the residents, those where no survey knows of the hazard: the page tells them so.
             */
            unsurveyed: number | null;
            /** Meshes */
            meshes: string[];
            /** Streets M */
            streets_m: number;
        };
        /**
         * AuditList
         * @description Entries, the newest first.
         */
        AuditList: {
            /** Entries */
            entries: components["schemas"]["AuditModel"][];
        };
        /**
         * AuditModel
         * @description An entry of the audit trail.
         */
        AuditModel: {
            /** Id */
            id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Account */
            account: string;
            /** Name */
            name: string;
            /** Action */
            action: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
        };
        /**
         * CloseRequest
         * @description Close roads.
         */
        CloseRequest: {
            /**
             * Drill
             * @description In the exercise that runs (訓練).
             * @default false
             */
            drill: boolean;
            /**
             * Key
             * @description Idempotency key: the same request again does nothing.
             */
            key?: string | null;
            drawn: components["schemas"]["DrawnModel"];
            /**
             * Streets
             * @default []
             */
            streets: number[];
            /**
             * Reason
             * @default
             */
            reason: string;
            /** Until */
            until?: string | null;
        };
        /**
         * ClosureModel
         * @description A closure in force.
         */
        ClosureModel: {
            /** Id */
            id: string;
            /** Reason */
            reason: string;
            /** Until */
            until: string | null;
            /**
             * Closed At
             * Format: date-time
             */
            closed_at: string;
            /** N Streets */
            n_streets: number;
            /**
             * Placed
             * @description False: its streets belong to another street map, and it closes nothing.
             */
            placed: boolean;
            /** Drawn */
            drawn: {
                [key: string]: unknown;
            };
            /**
             * Geometry
             * @description GeoJSON MultiLineString.
             */
            geometry: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * ClosurePreview
         * @description What a closure would close.
         */
        ClosurePreview: {
            /** Streets */
            streets: number[];
            /** Length M */
            length_m: number;
            /**
             * Names
             * @description Names of the streets, at most twenty.
             */
            names: string[];
            /**
             * Geometry
             * @description GeoJSON MultiLineString.
             */
            geometry: {
                [key: string]: unknown;
            };
        };
        /**
         * DecideAnswer
         * @description What to do, why, and what would change it.
         */
        DecideAnswer: {
            advice: components["schemas"]["Advice"];
            /** Urgency */
            urgency: number;
            /** @description The hazard that decided. */
            kind: components["schemas"]["HazardKind"] | null;
            way_kind: components["schemas"]["WayKind"] | null;
            /**
             * Margin Min
             * @description Whole minutes left before they must start (想定).
             */
            margin_min: number | null;
            /** Headline */
            headline: string;
            /** Reasons */
            reasons: components["schemas"]["Said"][];
            /** Changes */
            changes: components["schemas"]["Said"][];
            /** Notes */
            notes: components["schemas"]["Said"][];
            /** Official */
            official: components["schemas"]["OfficialWords"][];
            /**
             * In Force
             * @description What was decided on, by kind.
             */
            in_force: {
                [key: string]: components["schemas"]["DecideInForce"];
            };
            /**
             * Drill
             * @description Whether that is an exercise's: never to be taken for real.
             */
            drill: boolean;
            /**
             * Revision
             * @description Of the live state that was looked at; null: none is followed.
             */
            revision: number | null;
            /**
             * As Of
             * @description When the server last knew that nothing newer had happened.
             */
            as_of: string | null;
            /**
             * Age S
             * @description Whole seconds since then; null: what is in force is not known here.
             */
            age_s: number | null;
            /**
             * Scenario
             * @description Name and year of the scenario whose times were used: 想定.
             */
            scenario: string | null;
            way: components["schemas"]["WayAnswer"] | null;
            /** @description As POST /v1/route answers; null where no kind is asked. */
            route: components["schemas"]["RouteAnswer"] | null;
            /**
             * Exposure
             * @description Exposure class here, by kind.
             */
            exposure: {
                [key: string]: string;
            };
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            /** Fictional */
            fictional: boolean;
            /** Built At */
            built_at: string | null;
            /**
             * Lang
             * @enum {string}
             */
            lang: "ja" | "ja-easy" | "en" | "zh-CN" | "zh-TW" | "ko" | "vi" | "tl" | "pt-BR" | "es";
            /** Sources */
            sources: components["schemas"]["Source"][];
            /**
             * Outcome
             * @constant
             */
            outcome: "Decision";
        };
        /**
         * DecideInForce
         * @description What is in force for one kind of hazard.
         */
        DecideInForce: {
            /**
             * Town Level
             * @description 警戒レベル of the municipality.
             */
            town_level?: number | null;
            /**
             * Weather Level
             * @description Level of the agency's information.
             */
            weather_level?: number | null;
            /**
             * Weather Name
             * @description Its official name; null: the kind's own at this level.
             */
            weather_name?: string | null;
            tsunami?: components["schemas"]["TsunamiState"] | null;
            /**
             * Volcano Level
             * @description 噴火警戒レベル.
             */
            volcano_level?: number | null;
            /**
             * Order
             * @description An evacuation order without a level number.
             * @default false
             */
            order: boolean;
            /**
             * Event
             * @description Felt or seen: strong shaking, fire close by.
             * @default false
             */
            event: boolean;
        };
        /**
         * DecideParty
         * @description Who goes together.
         */
        DecideParty: {
            /** @default adult */
            profile: components["schemas"]["ProfileName"];
            /** Takes Time */
            takes_time?: boolean | null;
            /**
             * Needs Helper
             * @default false
             */
            needs_helper: boolean;
            /**
             * Pets
             * @default false
             */
            pets: boolean;
            /**
             * Car At Hand
             * @default false
             */
            car_at_hand: boolean;
            /**
             * Relatives
             * @description Somebody outside the zone can take them in.
             */
            relatives?: boolean | null;
            /** Supplies H */
            supplies_h?: number | null;
        };
        /**
         * DecidePlace
         * @description Where the person is, or the home that is asked about.
         */
        DecidePlace: {
            /** @default indoors */
            whereabouts: components["schemas"]["Whereabouts"];
            /**
             * Floor
             * @description Highest floor they can use and stay on; 1 is the ground floor.
             */
            floor?: number | null;
            /**
             * Storeys
             * @description Of a house that is all theirs: its top floor is theirs, too.
             */
            storeys?: number | null;
            /**
             * Floor Height Cm
             * @description Height of that floor above the ground outside, where it is known.
             */
            floor_height_cm?: number | null;
            /** Wooden */
            wooden?: boolean | null;
            /**
             * Low Lying
             * @description Lower than the surroundings.
             */
            low_lying?: boolean | null;
            /**
             * By Cliff
             * @description Beside a cliff or a steep slope.
             */
            by_cliff?: boolean | null;
            /**
             * At Shore
             * @description On the shore or at a river mouth.
             */
            at_shore?: boolean | null;
            /**
             * Usable
             * @description After an earthquake: the building can be used.
             */
            usable?: boolean | null;
        };
        /**
         * DecideRequest
         * @description Where somebody is, who they are, and what is in force. Never logged.
         * @example {
         *       "in_force": {
         *         "flood": {
         *           "town_level": 4
         *         }
         *       },
         *       "lat": 37.308,
         *       "lon": 141.3,
         *       "party": {
         *         "profile": "older",
         *         "supplies_h": 72
         *       },
         *       "place": {
         *         "floor": 2,
         *         "wooden": true
         *       }
         *     }
         */
        DecideRequest: {
            /**
             * Lon
             * @description Degrees east, WGS 84.
             */
            lon: number;
            /**
             * Lat
             * @description Degrees north, WGS 84.
             */
            lat: number;
            /**
             * Kinds
             * @description In question; what is in force counts in any case.
             */
            kinds?: components["schemas"]["HazardKind"][];
            place?: components["schemas"]["DecidePlace"];
            party?: components["schemas"]["DecideParty"];
            /**
             * In Force
             * @description Holds for its kinds instead of the area's live state; other kinds are taken from there.
             */
            in_force?: {
                [key: string]: components["schemas"]["DecideInForce"];
            };
            /**
             * Drill
             * @description Take the exercise that runs instead of what really is in force.
             * @default false
             */
            drill: boolean;
            /**
             * Since S
             * @description Since the scenario's start (earthquake, breach); null: no time is told.
             */
            since_s?: number | null;
            /**
             * Delay S
             * @description Own start delay; null: 5 min, 10 at night.
             */
            delay_s?: number | null;
            /** Pace Pct */
            pace_pct?: number | null;
            /** Night */
            night?: boolean | null;
            /** Snow */
            snow?: boolean | null;
            /** Ice */
            ice?: boolean | null;
            /** Region */
            region?: string | null;
            /**
             * Lang
             * @default ja
             * @enum {string}
             */
            lang: "ja" | "ja-easy" | "en" | "zh-CN" | "zh-TW" | "ko" | "vi" | "tl" | "pt-BR" | "es";
        };
        /**
         * DeliveryModel
         * @description How a notice goes out.
         */
        DeliveryModel: {
            /** Notice */
            notice: string;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /**
             * Title
             * @description In Japanese; empty when the text is no longer kept.
             */
            title: string;
            /**
             * Counts
             * @description total, accepted, gone, expired, replaced, failed, waiting, apart.
             */
            counts: {
                [key: string]: number;
            };
        };
        /**
         * DifferenceModel
         * @description What an update changes.
         */
        DifferenceModel: {
            /** Level Before */
            level_before: number | null;
            /** Kinds Before */
            kinds_before: components["schemas"]["HazardKind"][];
            /** Meshes Added */
            meshes_added: string[];
            /** Meshes Removed */
            meshes_removed: string[];
            /** Towns Added */
            towns_added: string[];
            /** Towns Removed */
            towns_removed: string[];
        };
        /**
         * DraftRequest
         * @description What an alert shall say.
         */
        DraftRequest: {
            /** Kinds */
            kinds: components["schemas"]["HazardKind"][];
            /**
             * Level
             * @description 警戒レベル; null for tsunami, earthquake, fire, volcano.
             */
            level?: (3 | 4 | 5) | null;
            /**
             * Grade
             * @description Of tsunami: 大津波警報, 津波警報 or 津波注意報.
             */
            grade?: ("major_warning" | "warning" | "advisory") | null;
            /**
             * @default {
             *       "towns": [],
             *       "meshes": [],
             *       "polygons": [],
             *       "zones": []
             *     }
             */
            extent: components["schemas"]["ExtentModel"];
            /** Until */
            until?: string | null;
            /**
             * Source
             * @description The telegram or the reason.
             * @default
             */
            source: string;
            /**
             * Note
             * @description A sentence of your own by language; Japanese stands where there is none.
             * @default {}
             */
            note: {
                [key: string]: string;
            };
            /**
             * Drill
             * @default false
             */
            drill: boolean;
            /**
             * Replaces
             * @description The alert in force that this one updates.
             */
            replaces?: string | null;
        };
        /**
         * DrawRequest
         * @description Something drawn on the map.
         */
        DrawRequest: {
            drawn: components["schemas"]["DrawnModel"];
            /**
             * Streets
             * @default []
             */
            streets: number[];
        };
        /**
         * DrawnModel
         * @description How a closure is given.
         */
        DrawnModel: {
            /**
             * Form
             * @enum {string}
             */
            form: "streets" | "line" | "polygon" | "depth";
            /**
             * Points
             * @description [lon, lat]; a closed ring of a polygon.
             * @default []
             */
            points: [
                number,
                number
            ][];
            /** @description Of depth: the layer. */
            kind?: components["schemas"]["HazardKind"] | null;
            /**
             * Depth Cm
             * @description Of depth: this deep or deeper.
             */
            depth_cm?: number | null;
        };
        /**
         * DrillRequest
         * @description Start an exercise.
         */
        DrillRequest: {
            /** Name */
            name: string;
            /** Until */
            until?: string | null;
            /**
             * Key
             * @description Idempotency key: the same request again does nothing.
             */
            key?: string | null;
        };
        /**
         * DryGround
         * @description The nearest street outside the mapped zone.
         */
        DryGround: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /**
             * Length M
             * @description Along the streets; 0 when one already stands there.
             */
            length_m: number;
            /**
             * Direction
             * @description Compass word in the language of the answer.
             */
            direction: string | null;
        };
        /**
         * EditRequest
         * @description A draft written anew.
         */
        EditRequest: {
            /** Kinds */
            kinds: components["schemas"]["HazardKind"][];
            /**
             * Level
             * @description 警戒レベル; null for tsunami, earthquake, fire, volcano.
             */
            level?: (3 | 4 | 5) | null;
            /**
             * Grade
             * @description Of tsunami: 大津波警報, 津波警報 or 津波注意報.
             */
            grade?: ("major_warning" | "warning" | "advisory") | null;
            /**
             * @default {
             *       "towns": [],
             *       "meshes": [],
             *       "polygons": [],
             *       "zones": []
             *     }
             */
            extent: components["schemas"]["ExtentModel"];
            /** Until */
            until?: string | null;
            /**
             * Source
             * @description The telegram or the reason.
             * @default
             */
            source: string;
            /**
             * Note
             * @description A sentence of your own by language; Japanese stands where there is none.
             * @default {}
             */
            note: {
                [key: string]: string;
            };
            /**
             * Drill
             * @default false
             */
            drill: boolean;
            /**
             * Replaces
             * @description The alert in force that this one updates.
             */
            replaces?: string | null;
            /**
             * Version
             * @description The version that was seen; any other is a conflict (409).
             */
            version: number;
        };
        /**
         * EndDrillRequest
         * @description End the exercise that runs.
         */
        EndDrillRequest: {
            /**
             * Key
             * @description Idempotency key: the same request again does nothing.
             */
            key?: string | null;
        };
        /**
         * EndRequest
         * @description Cancel, or lift because the danger is over (解除).
         */
        EndRequest: {
            /**
             * Version
             * @description The version that was seen; any other is a conflict (409).
             */
            version: number;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * All Clear
             * @default false
             */
            all_clear: boolean;
        };
        /**
         * ErrorModel
         * @description The one shape of every error.
         */
        ErrorModel: {
            /** Error */
            error: string;
            /** Problems */
            problems: components["schemas"]["api__contract__ProblemModel"][];
        };
        /**
         * ExerciseModel
         * @description An exercise that runs.
         */
        ExerciseModel: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Until */
            until: string | null;
            state: components["schemas"]["StateModel"];
        };
        /**
         * ExtentModel
         * @description Where an alert holds: the union of all parts; without any the whole area.
         */
        ExtentModel: {
            /**
             * Towns
             * @description 町丁目 by name.
             * @default []
             */
            towns: string[];
            /**
             * Meshes
             * @description Codes of JIS X 0410.
             * @default []
             */
            meshes: string[];
            /**
             * Polygons
             * @description Closed rings of [lon, lat] in degrees.
             * @default []
             */
            polygons: [
                number,
                number
            ][][];
            /**
             * Zones
             * @description Mapped zones.
             * @default []
             */
            zones: components["schemas"]["HazardKind"][];
        };
        /**
         * Facility
         * @description What can be used at a site.
         * @enum {string}
         */
        Facility: "wheelchair" | "toilet" | "accessible_toilet" | "water" | "power" | "pets" | "welfare" | "infants" | "medical";
        /**
         * FeedsHealth
         * @description How the last look at the official feeds went.
         */
        FeedsHealth: {
            /**
             * Checked At
             * Format: date-time
             */
            checked_at: string;
            /**
             * Failures
             * @description What is tried again.
             */
            failures: string[];
            /**
             * Problems
             * @description What could not be read: look at the official source itself.
             */
            problems: string[];
            /**
             * Told
             * @description Whether all that came is among the proposals.
             */
            told: boolean;
        };
        /**
         * HazardKind
         * @description A kind of hazard for which evacuation sites are designated. Values are the contract's spelling.
         * @enum {string}
         */
        HazardKind: "flood" | "landslide" | "storm_surge" | "earthquake" | "tsunami" | "large_fire" | "inland_flood" | "volcano";
        /**
         * Health
         * @description Alive and ready.
         */
        Health: {
            /**
             * Status
             * @constant
             */
            status: "ok";
            /** Version */
            version: string;
            /** Regions */
            regions: string[];
            /**
             * Live
             * @description By area.
             */
            live: {
                [key: string]: components["schemas"]["LiveHealth"];
            };
        };
        /**
         * IssueRequest
         * @description Issue what was approved.
         */
        IssueRequest: {
            /**
             * Version
             * @description The version that was seen; any other is a conflict (409).
             */
            version: number;
            /**
             * Override
             * @description Emergency override, where it is set: why nobody else approves.
             * @default
             */
            override: string;
        };
        /**
         * KeyNotice
         * @description A key that gave way to another, signed by the old one.
         */
        KeyNotice: {
            /**
             * From Key
             * @description Id of the old key.
             */
            from_key: string;
            /**
             * To Public Key
             * @description The new key: 32 bytes, base64.
             */
            to_public_key: string;
            /** At */
            at: string;
            /**
             * Signature
             * @description Of `nigemichi key\n` and the 32 bytes, by the old key; base64.
             */
            signature: string;
        };
        /**
         * LineString
         * @description GeoJSON LineString; positions are lon, lat.
         */
        LineString: {
            /**
             * Type
             * @constant
             */
            type: "LineString";
            /** Coordinates */
            coordinates: number[][];
        };
        /**
         * LiveHealth
         * @description How an area follows its event log.
         */
        LiveHealth: {
            /**
             * Log
             * @enum {string}
             */
            log: "off" | "following" | "unavailable";
            /**
             * Revision
             * @description Of the routes that are served.
             */
            revision: number;
            /**
             * Log Revision
             * @description Of the log as far as it was read; more: a rebuild has failed.
             */
            log_revision: number;
            /** Digest */
            digest: string | null;
            /** As Of */
            as_of: string | null;
            /**
             * Age S
             * @description Since as_of.
             */
            age_s: number | null;
            /**
             * Error
             * @description Why the log cannot be read; empty when it can.
             */
            error: string;
            /**
             * Failure
             * @description The certificate or rebuild that failed; empty when none did.
             */
            failure: string;
            /**
             * Skipped
             * @description Entries of the log that could not be read.
             */
            skipped: number;
            /**
             * Unplaced
             * @description Closures that are in force and not, or not wholly, in the routes: which, and why.
             */
            unplaced: string[];
        };
        /**
         * LiveState
         * @description A signed live state. ``signed`` is JSON text: docs/formats.md, section 6.4.
         */
        LiveState: {
            /**
             * Key
             * @description Id of the key.
             */
            key: string;
            /**
             * Signature
             * @description Ed25519 over the bytes of signed, base64.
             */
            signature: string;
            /** Signed */
            signed: string;
        };
        /**
         * ManifestSignature
         * @description Who vouches for a region's manifest.
         */
        ManifestSignature: {
            /**
             * Key
             * @description Its id: the first 16 hexadecimal digits of its sha256.
             */
            key: string;
            /**
             * Algorithm
             * @constant
             */
            algorithm: "Ed25519";
            /**
             * Public Key
             * @description 32 bytes, base64.
             */
            public_key: string;
            /**
             * Notices
             * @description The oldest first.
             */
            notices: components["schemas"]["KeyNotice"][];
            /**
             * Sha256
             * @description Of the manifest's bytes, hexadecimal.
             */
            sha256: string;
            /**
             * Signature
             * @description Of `nigemichi manifest\n` and the hexadecimal digits; 64 bytes, base64.
             */
            signature: string;
        };
        /**
         * MarkModel
         * @description Somebody did something.
         */
        MarkModel: {
            /** Account */
            account: string;
            /** Name */
            name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Step */
            step: string;
            /** Note */
            note: string;
        };
        /**
         * OfficialWords
         * @description The authority's own words, exactly; never translated.
         */
        OfficialWords: {
            /** Level */
            level: number | null;
            /** Name */
            name: string;
            /** Act */
            act: string;
        };
        /**
         * PeopleModel
         * @description What people will be told to do, and who cannot make it.
         */
        PeopleModel: {
            /**
             * Screens
             * @description One for each sort of place that there is.
             */
            screens: components["schemas"]["ScreenModel"][];
            /**
             * Unable
             * @description For an adult, and for those who take time; null where no population is known.
             */
            unable: components["schemas"]["UnableModel"][] | null;
            /**
             * Night
             * @description People set out later in the dark: 10 minutes in place of 5.
             */
            night: boolean;
        };
        /**
         * PossiblePlace
         * @description A place that a vague position may mean.
         */
        PossiblePlace: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /**
             * Street
             * @description Name of the street, null where it has none.
             */
            street: string | null;
            /**
             * Level
             * @description On a bridge, on the ground, in an underpass.
             * @enum {string}
             */
            level: "above" | "ground" | "below";
            /**
             * Outcome
             * @description The answer from there.
             * @enum {string}
             */
            outcome: "Route" | "NoSafeRoute" | "OutsideRegion" | "NoRoadNearby";
            /** Duration S */
            duration_s: number | null;
        };
        /**
         * PreviewAnswer
         * @description Exactly what residents will see and hear, and how many.
         */
        PreviewAnswer: {
            /** Texts */
            texts: {
                [key: string]: components["schemas"]["TextModel"];
            };
            audience: components["schemas"]["AudienceModel"];
            people: components["schemas"]["PeopleModel"];
            /**
             * Bounds
             * @description Streets that bound it.
             */
            bounds: string[];
            speaker: components["schemas"]["SpeakerModel"];
            /** Cap */
            cap: string;
            /** @description Of an update. */
            difference: components["schemas"]["DifferenceModel"] | null;
            /** Problems */
            problems: components["schemas"]["api__alerts__http__contract__ProblemModel"][];
        };
        /**
         * ProfileName
         * @description The slowest member's profile (router/profiles.toml).
         * @enum {string}
         */
        ProfileName: "adult" | "child" | "older" | "wheelchair" | "group" | "car";
        /**
         * ProposalList
         * @description Proposals, the newest first.
         */
        ProposalList: {
            /** Proposals */
            proposals: components["schemas"]["ProposalModel"][];
        };
        /**
         * ProposalModel
         * @description A proposal as staff see it.
         */
        ProposalModel: {
            /** Id */
            id: string;
            /** Source */
            source: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Text */
            text: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            /** Draft */
            draft: {
                [key: string]: unknown;
            } | null;
            verdict: components["schemas"]["Verdict"];
            /** By */
            by: string;
        };
        /**
         * ProposalVerdict
         * @description What staff make of a proposal. Its draft is sent to `POST …/alerts` as any other.
         */
        ProposalVerdict: {
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "confirm" | "reject";
        };
        /**
         * PushAnswer
         * @description Push delivery of an area.
         */
        PushAnswer: {
            health: components["schemas"]["PushHealth"];
            /**
             * Notices
             * @description The newest first, at most fifty.
             */
            notices: components["schemas"]["DeliveryModel"][];
            /**
             * Dead
             * @description What could not be sent, and why; the newest first.
             */
            dead: {
                [key: string]: unknown;
            }[];
        };
        /**
         * PushHealth
         * @description How sending goes.
         */
        PushHealth: {
            /** Subscriptions */
            subscriptions: number;
            /**
             * Queued
             * @description Batches that wait or are being sent; at most 64 phones each.
             */
            queued: number;
            /**
             * Retrying
             * @description Phones that are tried again later.
             */
            retrying: number;
            /**
             * Dead
             * @description Entries of the dead-letter list.
             */
            dead: number;
        };
        /**
         * PushKeyAnswer
         * @description For `PushManager.subscribe({applicationServerKey})`.
         */
        PushKeyAnswer: {
            /**
             * Key
             * @description VAPID public key: P-256 point, 65 bytes in base64url.
             */
            key: string;
        };
        /**
         * PushKeys
         * @description What `PushSubscription.toJSON().keys` holds.
         */
        PushKeys: {
            /** P256Dh */
            p256dh: string;
            /** Auth */
            auth: string;
        };
        /**
         * RegionList
         * @description All served regions; the first is the default.
         */
        RegionList: {
            /** Regions */
            regions: components["schemas"]["RegionSummary"][];
        };
        /**
         * RegionSummary
         * @description One served region.
         */
        RegionSummary: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Fictional */
            fictional: boolean;
            /** Built At */
            built_at: string | null;
            /**
             * Bbox
             * @description West, south, east, north.
             */
            bbox: number[];
            /**
             * Hazards
             * @description Kinds with a layer.
             */
            hazards: string[];
            /** Profiles */
            profiles: string[];
            /**
             * Manifest
             * @description Path of the manifest.
             */
            manifest: string;
            /** Sources */
            sources: components["schemas"]["Source"][];
        };
        /**
         * ReopenRequest
         * @description Reopen a closure, or some streets of it.
         */
        ReopenRequest: {
            /**
             * Drill
             * @description In the exercise that runs (訓練).
             * @default false
             */
            drill: boolean;
            /**
             * Key
             * @description Idempotency key: the same request again does nothing.
             */
            key?: string | null;
            /**
             * Streets
             * @default []
             */
            streets: number[];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * ReportList
         * @description Reports that wait for a verdict.
         */
        ReportList: {
            /** Reports */
            reports: components["schemas"]["ReportModel"][];
        };
        /**
         * ReportModel
         * @description A report as staff see it.
         */
        ReportModel: {
            /** Id */
            id: string;
            what: components["schemas"]["What"];
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** Street */
            street: number | null;
            /** Street Name */
            street_name: string;
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Count */
            count: number;
            verdict: components["schemas"]["Verdict"];
            /** By */
            by: string;
        };
        /**
         * ReportRequest
         * @description What a resident reports.
         */
        ReportRequest: {
            what: components["schemas"]["What"];
            /**
             * Lon
             * @description Rounded to 1/1000 degree on the phone, and again here.
             */
            lon: number;
            /**
             * Lat
             * @description Degrees north, WGS 84.
             */
            lat: number;
            /** Street */
            street?: number | null;
            /**
             * Key
             * @description Chosen by the phone: the same again counts once.
             */
            key: string;
        };
        /**
         * ReportVerdict
         * @description What staff make of a report.
         */
        ReportVerdict: {
            /**
             * Drill
             * @description In the exercise that runs (訓練).
             * @default false
             */
            drill: boolean;
            /**
             * Key
             * @description Idempotency key: the same request again does nothing.
             */
            key?: string | null;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "confirm" | "reject";
            /**
             * Close
             * @description Close the streets at once, too.
             * @default false
             */
            close: boolean;
            /**
             * Streets
             * @description Which; default: the street that was reported.
             * @default []
             */
            streets: number[];
            /** Until */
            until?: string | null;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * Role
         * @description What an account may do; each may do what the ones before it may.
         * @enum {string}
         */
        Role: "viewer" | "operator" | "approver" | "admin";
        /**
         * RouteAnswer
         * @description The answer to a position: an outcome, and what to do. Distances in metres, times in seconds.
         */
        RouteAnswer: {
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "Route" | "NoSafeRoute" | "OutsideRegion" | "NoRoadNearby";
            /** Hazard */
            hazard: string;
            /** Profile */
            profile: string;
            shelter: components["schemas"]["Shelter"] | null;
            /** Duration S */
            duration_s: number | null;
            /** Length M */
            length_m: number | null;
            /**
             * Cost Ds
             * @description What was minimised, in weighted deciseconds; not a time.
             */
            cost_ds: number | null;
            /**
             * Exposure
             * @description Metres of the route by class; they sum to length_m.
             */
            exposure: {
                [key: string]: number;
            } | null;
            geometry: components["schemas"]["LineString"] | null;
            /** Steps */
            steps: components["schemas"]["Step"][] | null;
            /**
             * Unknown M
             * @description Metres that nobody has surveyed. Not known to be safe.
             */
            unknown_m: number | null;
            /**
             * Steep M
             * @description Metres too steep to pass alone, for a wheelchair; else 0.
             */
            steep_m: number | null;
            /** Region */
            region: string;
            /**
             * Advice
             * @description What to do and what not to do, in whole sentences.
             */
            advice: string;
            /**
             * Headline
             * @description The outcome in a few words, for the top of a screen.
             */
            headline: string;
            /**
             * Lang
             * @enum {string}
             */
            lang: "ja" | "ja-easy" | "en" | "zh-CN" | "zh-TW" | "ko" | "vi" | "tl" | "pt-BR" | "es";
            /** Region Name */
            region_name: string;
            /** Fictional */
            fictional: boolean;
            /**
             * Built At
             * @description When the region was built (ISO 8601).
             */
            built_at: string | null;
            /**
             * Reason
             * @description Why there is no safe route.
             */
            reason: ("no_site" | "not_connected" | "no_dry_way" | "no_open_way" | "out_of_time") | null;
            start: components["schemas"]["Start"] | null;
            dry_ground: components["schemas"]["DryGround"] | null;
            /**
             * Layers Missing
             * @description Hazards without a layer here: unknown everywhere.
             */
            layers_missing: string[];
            /** @description null where no arrival times are published, or one stands outside the zone. */
            timing: components["schemas"]["TimingAnswer"] | null;
            /**
             * Possible
             * @description Where accuracy_m leaves several places: all of them, the nearest first. This answer is that of the worst of them: ask which it is. null: one place.
             */
            possible: components["schemas"]["PossiblePlace"][] | null;
            /** Sources */
            sources: components["schemas"]["Source"][];
            /**
             * Revision
             * @description Of the live state that the route is made with; null: none.
             */
            revision: number | null;
            /**
             * As Of
             * @description When the server last knew that nothing newer had happened.
             */
            as_of: string | null;
        };
        /**
         * RouteRequest
         * @description Where somebody stands, and what they flee from. Never logged.
         * @example {
         *       "hazard": "tsunami",
         *       "lat": 37.308,
         *       "lon": 141.3,
         *       "profile": "adult"
         *     }
         */
        RouteRequest: {
            /**
             * Lon
             * @description Degrees east, WGS 84.
             */
            lon: number;
            /**
             * Lat
             * @description Degrees north, WGS 84.
             */
            lat: number;
            /**
             * Accuracy M
             * @description Radius within which they are; where that means several places, the worst answer holds.
             */
            accuracy_m?: number | null;
            /**
             * Hazard
             * @description One hazard kind, or several joined by commas: all of them hold at once.
             * @example tsunami
             * @example flood,landslide
             */
            hazard: string;
            /**
             * Profile
             * @default adult
             * @example adult
             * @example older
             * @example wheelchair
             */
            profile: string;
            /**
             * Region
             * @description Default: the first region served.
             */
            region?: string | null;
            /**
             * Lang
             * @default ja
             * @enum {string}
             */
            lang: "ja" | "ja-easy" | "en" | "zh-CN" | "zh-TW" | "ko" | "vi" | "tl" | "pt-BR" | "es";
            /**
             * Levels
             * @description 警戒レベル in force, by kind.
             */
            levels?: {
                [key: string]: number;
            };
            /** Night */
            night?: boolean | null;
            /** Snow */
            snow?: boolean | null;
            /** Ice */
            ice?: boolean | null;
            /**
             * Pace Pct
             * @description Own pace in percent of the profile's; null: 100.
             */
            pace_pct?: number | null;
            /**
             * Since S
             * @description Since the scenario's start (想定); null: it begins now.
             */
            since_s?: number | null;
            /**
             * Delay S
             * @description Own start delay; null: 5 min, 10 at night.
             */
            delay_s?: number | null;
        };
        /**
         * Said
         * @description A code and its words. Reasons and changes name their hazard.
         */
        Said: {
            /** Code */
            code: string;
            kind: components["schemas"]["HazardKind"] | null;
            /** Text */
            text: string;
        };
        /**
         * ScreenModel
         * @description What the page tells an adult at home to do, in one sort of place.
         */
        ScreenModel: {
            /** @description zone, dry and unsurveyed are inside of the area. */
            where: components["schemas"]["Where"];
            /**
             * Residents
             * @description How many live there; null where no population is known.
             */
            residents: number | null;
            advice: components["schemas"]["Advice"];
            /** Urgency */
            urgency: number;
            /** @description The hazard that decided. */
            kind: components["schemas"]["HazardKind"] | null;
            /**
             * Reasons
             * @description Codes; the first one decided.
             */
            reasons: string[];
            /**
             * Notes
             * @description Codes: how to go, or what to mind.
             */
            notes: string[];
            /**
             * Goal
             * @description Name of the site or building that they are led to.
             */
            goal: string | null;
        };
        /**
         * SessionAnswer
         * @description Who is signed in.
         */
        SessionAnswer: {
            /** Account */
            account: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /**
             * Areas
             * @description Ids of areas; * for all.
             */
            areas: string[];
            /**
             * Csrf
             * @description Send it as X-CSRF-Token with every change.
             */
            csrf: string;
            /**
             * Expires At
             * Format: date-time
             * @description When the session ends if nothing more happens.
             */
            expires_at: string;
        };
        /**
         * Shelter
         * @description The evacuation site (指定緊急避難場所) a route leads to.
         */
        Shelter: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
        };
        /**
         * SignInRequest
         * @description Who wants to sign in.
         */
        SignInRequest: {
            /** Account */
            account: string;
            /** Password */
            password: string;
            /**
             * Totp
             * @description One-time code, for approvers and admins.
             * @default
             */
            totp: string;
        };
        /**
         * SiteModel
         * @description A site as staff see it.
         */
        SiteModel: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** Kinds */
            kinds: components["schemas"]["HazardKind"][];
            /** Capacity */
            capacity: number | null;
            /** Address */
            address: string;
            /** Remarks */
            remarks: string;
            /**
             * Is Shelter
             * @description Also a designated shelter (指定避難所).
             */
            is_shelter: boolean;
            /** @description null: nothing was told. */
            status: components["schemas"]["SiteStatus"] | null;
            /** People */
            people: number | null;
            /** Note */
            note: string;
            /** Facilities */
            facilities: components["schemas"]["Facility"][];
            /** Told At */
            told_at: string | null;
        };
        /**
         * SiteRequest
         * @description Tell the state of a site.
         */
        SiteRequest: {
            /**
             * Drill
             * @description In the exercise that runs (訓練).
             * @default false
             */
            drill: boolean;
            /**
             * Key
             * @description Idempotency key: the same request again does nothing.
             */
            key?: string | null;
            status: components["schemas"]["SiteStatus"];
            /** People */
            people?: number | null;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Facilities
             * @description What can be used there now; empty: nothing is told of it.
             * @default []
             */
            facilities: components["schemas"]["Facility"][];
        };
        /**
         * SiteStatus
         * @description What staff said last about a site; nothing said is nothing known.
         * @enum {string}
         */
        SiteStatus: "open" | "filling" | "full" | "closed";
        /**
         * Source
         * @description Where data comes from, and how old it is.
         */
        Source: {
            /** Title */
            title: string;
            /** Date */
            date: string | null;
            /** Licence */
            licence: string | null;
            /** Credit */
            credit: string | null;
        };
        /**
         * SpeakerModel
         * @description What the outdoor loudspeakers say (防災行政無線).
         */
        SpeakerModel: {
            /** Siren */
            siren: string;
            /** Text */
            text: string;
            /**
             * Seconds
             * @description An estimate, without the siren.
             */
            seconds: number;
        };
        /**
         * Stage
         * @description Where an alert is in its life.
         * @enum {string}
         */
        Stage: "draft" | "submitted" | "approved" | "issuing" | "issued" | "withdrawn" | "replaced" | "cancelled" | "cleared";
        /**
         * Start
         * @description The point of the nearest street, where the route begins.
         */
        Start: {
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /**
             * Distance M
             * @description From the position asked for to this point.
             */
            distance_m: number;
            /**
             * Exposure
             * @description Exposure class of the street one stands on.
             */
            exposure: string;
        };
        /**
         * StateModel
         * @description What is in force.
         */
        StateModel: {
            /** Alerts */
            alerts: {
                [key: string]: unknown;
            };
            /** Closures */
            closures: components["schemas"]["ClosureModel"][];
            /** Sites */
            sites: components["schemas"]["SiteModel"][];
        };
        /**
         * Step
         * @description One instruction, ready to be read aloud.
         */
        Step: {
            /** Text */
            text: string;
            /** Length M */
            length_m: number;
            /**
             * Street
             * @description Name of the street, null where it has none.
             */
            street: string | null;
            /**
             * Turn
             * @description start, straight, slight_left, left, sharp_left, … u_turn, arrive.
             */
            turn: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /**
             * Flags
             * @description What to expect: steps, bridge, underpass, tunnel, …
             */
            flags: string[];
        };
        /**
         * StepRequest
         * @description A step on a version that was seen.
         */
        StepRequest: {
            /**
             * Version
             * @description The version that was seen; any other is a conflict (409).
             */
            version: number;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * StreetAnswer
         * @description The street under a finger.
         */
        StreetAnswer: {
            /** Street */
            street: number;
            /** Name */
            name: string;
            /** Length M */
            length_m: number;
            /** Distance M */
            distance_m: number;
            /**
             * Geometry
             * @description GeoJSON LineString.
             */
            geometry: {
                [key: string]: unknown;
            };
        };
        /**
         * SubscriptionAnswer
         * @description What the phone keeps: with the token it changes and deletes its subscription.
         */
        SubscriptionAnswer: {
            /**
             * Token
             * @description Secret: send it as `Authorization: Bearer …`.
             */
            token: string;
        };
        /**
         * SubscriptionRequest
         * @description A new subscription; the same endpoint again replaces the old one.
         */
        SubscriptionRequest: {
            /**
             * Lang
             * @default ja
             * @enum {string}
             */
            lang: "ja" | "ja-easy" | "en" | "zh-CN" | "zh-TW" | "ko" | "vi" | "tl" | "pt-BR" | "es";
            /**
             * Profile
             * @default adult
             */
            profile: string;
            /**
             * Meshes
             * @description 1 km cells (JIS X 0410, 8 digits) it watches.
             * @example [
             *       "55401009"
             *     ]
             */
            meshes: string[];
            /**
             * Area
             * @description An id from /v1/regions.
             */
            area: string;
            /**
             * Endpoint
             * @description From the browser.
             */
            endpoint: string;
            keys: components["schemas"]["PushKeys"];
        };
        /**
         * TellingModel
         * @description How telling goes: what is in force, and not yet told to phones.
         */
        TellingModel: {
            /**
             * Revision
             * @description Of the log.
             */
            revision: number;
            /**
             * Told Revision
             * @description Up to which everything went to the outbox; null: nothing yet.
             */
            told_revision: number | null;
            /**
             * Problem
             * @description Why notices wait; empty where they do not.
             */
            problem: string;
        };
        /**
         * TextModel
         * @description What residents get in one language.
         */
        TextModel: {
            /** Title */
            title: string;
            /** Body */
            body: string;
            /**
             * Read
             * @description As spoken.
             */
            read: string;
            /**
             * Reference
             * @description A translation for reference (参考訳).
             */
            reference: boolean;
            /**
             * Push
             * @description The payload that phones get.
             */
            push: string;
        };
        /**
         * TimingAnswer
         * @description How much time a published scenario (想定) leaves. Never a forecast.
         */
        TimingAnswer: {
            /**
             * Scenario
             * @description Name and year as published.
             */
            scenario: string;
            /**
             * Start S
             * @description Of the first step, after the scenario's start; start delay included.
             */
            start_s: number;
            /**
             * Margin S
             * @description Least time before a street of the way closes; negative: late.
             */
            margin_s: number | null;
            /**
             * Leave By S
             * @description The last moment to leave, after the scenario's start.
             */
            leave_by_s: number | null;
        };
        /**
         * TsunamiState
         * @description What the Japan Meteorological Agency has in force for this coast, mildest first.
         * @enum {string}
         */
        TsunamiState: "none" | "forecast" | "advisory" | "warning" | "major_warning";
        /**
         * UnableModel
         * @description Residents who would not make it if they set out now, everyone at one pace. It forbids nothing.
         */
        UnableModel: {
            profile: components["schemas"]["ProfileName"];
            /**
             * Late
             * @description A published scenario (想定) reaches every way before they are through.
             */
            late: number;
            /**
             * Cut Off
             * @description No way at all may be recommended.
             */
            cut_off: number;
            /**
             * By Building
             * @description Of both: who reaches a tsunami evacuation building in time.
             */
            by_building: number;
            /**
             * Towns
             * @description 町丁目 where most of them live, at most three.
             */
            towns: string[];
            /**
             * Buildings
             * @description Tsunami evacuation buildings, at most three.
             */
            buildings: string[];
            /**
             * Scenario
             * @description Name and year of the scenario; empty without times.
             */
            scenario: string;
        };
        /**
         * Verdict
         * @description What staff make of a report or proposal.
         * @enum {string}
         */
        Verdict: "open" | "confirmed" | "rejected";
        /**
         * WayAnswer
         * @description The way that the advice means.
         */
        WayAnswer: {
            kind: components["schemas"]["WayKind"];
            /** @description The site or the tsunami building; null: the edge of the zone. */
            goal: components["schemas"]["Shelter"] | null;
            /** Floors */
            floors: number | null;
            /** Duration S */
            duration_s: number;
            /** Length M */
            length_m: number;
            /**
             * Margin S
             * @description Least time before the scenario (想定) closes a street of it.
             */
            margin_s: number | null;
            geometry: components["schemas"]["LineString"];
            /** Steps */
            steps: components["schemas"]["Step"][];
        };
        /**
         * WayKind
         * @description Where to.
         * @enum {string}
         */
        WayKind: "site" | "high_ground" | "building" | "up";
        /**
         * What
         * @description What is reported.
         * @enum {string}
         */
        What: "blocked" | "water" | "fire";
        /**
         * Where
         * @description Sorts of places, in the order in which staff look at them.
         * @enum {string}
         */
        Where: "zone" | "dry" | "unsurveyed" | "outside";
        /**
         * Whereabouts
         * @description Where the person is.
         * @enum {string}
         */
        Whereabouts: "indoors" | "outdoors";
        /**
         * WishesRequest
         * @description What shall hold from now on.
         */
        WishesRequest: {
            /**
             * Lang
             * @default ja
             * @enum {string}
             */
            lang: "ja" | "ja-easy" | "en" | "zh-CN" | "zh-TW" | "ko" | "vi" | "tl" | "pt-BR" | "es";
            /**
             * Profile
             * @default adult
             */
            profile: string;
            /**
             * Meshes
             * @description 1 km cells (JIS X 0410, 8 digits) it watches.
             * @example [
             *       "55401009"
             *     ]
             */
            meshes: string[];
            /**
             * Area
             * @description An id from /v1/regions.
             */
            area: string;
        };
        /**
         * WorldAnswer
         * @description An area as staff see it.
         */
        WorldAnswer: {
            /** Area */
            area: string;
            /** Name */
            name: string;
            /** Bbox */
            bbox: number[];
            /** Revision */
            revision: number;
            /**
             * As Of
             * @description When the log was last known to hold no more.
             */
            as_of: string | null;
            /** @description Of the event log. */
            health: components["schemas"]["LiveHealth"];
            push: components["schemas"]["PushHealth"];
            /** @description null: official feeds are not followed. */
            feeds: components["schemas"]["FeedsHealth"] | null;
            real: components["schemas"]["StateModel"];
            exercise: components["schemas"]["ExerciseModel"] | null;
        };
        /**
         * ProblemModel
         * @description Something that staff should know before they send it.
         */
        api__alerts__http__contract__ProblemModel: {
            /** Source */
            source: string;
            /** Where */
            where: string;
            /** Expected */
            expected: string;
            /** Found */
            found: string;
        };
        /**
         * ProblemModel
         * @description One thing that is wrong with a request.
         */
        api__contract__ProblemModel: {
            /** Source */
            source: string;
            /** Where */
            where: string;
            /** Expected */
            expected: string;
            /** Found */
            found: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    route: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RouteRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteAnswer"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    decide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecideAnswer"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    regions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionList"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    manifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                region: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    layer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                region: string;
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    signature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                region: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManifestSignature"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    file: {
        parameters: {
            query?: {
                /** @description Which 524,288 bytes of it; these may come compressed. */
                part?: number | null;
            };
            header?: never;
            path: {
                region: string;
                sha16: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: {
                /** @description The revision that one has: only the events after it. */
                since?: number | null;
            };
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveState"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaKey"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    push_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushKeyAnswer"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    change_subscription: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WishesRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    subscribe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query: {
                area: string;
            };
            header?: {
                authorization?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    alerts_cap: {
        parameters: {
            query?: {
                /** @description An id from /v1/regions; all without it. */
                area?: string | null;
                /** @description The exercise that runs, in place of what is real. */
                drill?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/cap+xml": string;
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    alerts_atom: {
        parameters: {
            query?: {
                /** @description An id from /v1/regions; all without it. */
                area?: string | null;
                /** @description The exercise that runs, in place of what is real. */
                drill?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    alerts_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-pem-file": string;
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    alert_cap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/cap+xml": string;
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    staff_alerts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertList"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    draft_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRecord"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    staff_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                alert: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRecord"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    edit_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                alert: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRecord"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    preview_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                alert: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewAnswer"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    submit_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                alert: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRecord"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    return_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                alert: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRecord"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    withdraw_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                alert: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRecord"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    approve_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                alert: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRecord"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    issue_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                alert: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRecord"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    cancel_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                alert: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertRecord"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    staff_world: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorldAnswer"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    preview_closure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosurePreview"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    close_roads: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acted"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    reopen_roads: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                closure: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acted"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    street_near: {
        parameters: {
            query: {
                /** @description Degrees east, WGS 84. */
                lon: number;
                /** @description Degrees north, WGS 84. */
                lat: number;
            };
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreetAnswer"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    tell_site: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acted"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    start_drill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrillRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acted"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    end_drill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndDrillRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acted"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    reports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportList"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    decide_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                report: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportVerdict"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportModel"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    proposals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalList"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    decide_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
                proposal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalVerdict"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalModel"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    audit: {
        parameters: {
            query?: {
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditList"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    audit_of_accounts: {
        parameters: {
            query?: {
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditList"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    push_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushAnswer"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
    report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Whoever is signed in may not do this here. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description No such region or file. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Somebody was first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The input is wrong: every problem is listed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description Too much in too short a time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
            /** @description The event log does not answer, or this server is busy. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorModel"];
                };
            };
        };
    };
}
