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
         *     published scenario (想定); nothing here forecasts.
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Advice
         * @description What to do.
         * @enum {string}
         */
        Advice: "StayWhereYouAre" | "StayUpstairs" | "Unknown" | "PrepareToLeave" | "LeaveNow" | "HighGround" | "TsunamiBuilding" | "TooLateGoUp";
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
            lang: "ja" | "en";
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
            /** In Force */
            in_force?: {
                [key: string]: components["schemas"]["DecideInForce"];
            };
            /**
             * Since S
             * @description Since the scenario's start (the earthquake); null: no time is told.
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
            lang: "ja" | "en";
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
             * @description Closures of another street graph: in force, not in the routes.
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
         * ProfileName
         * @description The slowest member's profile (router/profiles.toml).
         * @enum {string}
         */
        ProfileName: "adult" | "child" | "older" | "wheelchair" | "group" | "car";
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
            /** @description null where no arrival times are published, or one stands outside the zone. */
            timing: components["schemas"]["TimingAnswer"] | null;
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
