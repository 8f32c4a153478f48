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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
            reason: ("no_site" | "not_connected" | "no_dry_way") | null;
            start: components["schemas"]["Start"] | null;
            dry_ground: components["schemas"]["DryGround"] | null;
            /**
             * Layers Missing
             * @description Hazards without a layer here: unknown everywhere.
             */
            layers_missing: string[];
            /** Sources */
            sources: components["schemas"]["Source"][];
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
        };
    };
}
