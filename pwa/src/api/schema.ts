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
    "/v1/regions/{region}/files/{sha16}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * File
         * @description Return one file of a region, or a range of it. Its address holds its hash: it may be kept for ever.
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AreaKey
         * @description The public key of an area.
         */
        AreaKey: {
            /** Area */
            area: string;
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
         * ErrorModel
         * @description The one shape of every error.
         */
        ErrorModel: {
            /** Error */
            error: string;
            /** Problems */
            problems: components["schemas"]["ProblemModel"][];
        };
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
             * @description Closures of another street graph: in force, not in the routes.
             */
            unplaced: string[];
        };
        /**
         * LiveState
         * @description A signed live state. ``signed`` is JSON text: docs/formats.md, section 5.4.
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
         * ProblemModel
         * @description One thing that is wrong with a request.
         */
        ProblemModel: {
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
            lang: "ja" | "en";
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
            lang: "ja" | "en";
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
            /** @description No such region or file. */
            404: {
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
            /** @description No such region or file. */
            404: {
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
            /** @description No such region or file. */
            404: {
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
            /** @description No such region or file. */
            404: {
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
            query?: never;
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
            /** @description No such region or file. */
            404: {
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
            /** @description No such region or file. */
            404: {
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
            /** @description No such region or file. */
            404: {
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
            /** @description No such region or file. */
            404: {
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
            /** @description No such region or file. */
            404: {
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
            /** @description No such region or file. */
            404: {
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
            /** @description No such region or file. */
            404: {
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
            /** @description No such region or file. */
            404: {
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
