package io.copydesk.lab.simulation;

import io.copydesk.lab.simulation.SimulatedFeed.Behaviour;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Gzip;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers requests as the invented hosts do, and counts violations of the rules of politeness. */
final class SimulatedServer {

    private static final long DEADLINE = 30_000;
    private static final long TOUCHY_FOR = 10 * 60_000L;
    private static final long OUTAGE = 2 * Rhythms.DAY;
    private static final long HOST_DELAY = 1_000;

    /** How long a feed that said it is gone must be left alone. */
    private static final long GONE_FOR = Rhythms.DAY / 2;

    /** How long a permanent redirect is a rumour: the new URL is requested only when the old one has just led there. */
    private static final long RUMOUR = 30 * Rhythms.DAY;

    private static final long JUST = 60 * 60_000L;

    private final SimulatedWeb web;
    final Violations violations = new Violations();
    final FalseNotModified falseNotModified = new FalseNotModified();
    long feedRequests;
    long pageRequests;
    long robotsRequests;
    long bodies;

    SimulatedServer(SimulatedWeb web) {
        this.web = web;
    }

    /** The outcome; its {@code at} is the end of the exchange. */
    FetchOutcome answer(FetchRequest request, long now) {
        SimulatedHost host = web.host(request.url());
        checkManners(host, request, now);
        FetchOutcome outcome = outcome(host, request, now);
        host.busyUntil = outcome.at();
        host.lastEnd = outcome.at();
        return outcome;
    }

    private void checkManners(SimulatedHost host, FetchRequest request, long now) {
        if (host.busyUntil > now) {
            violations.inFlight++;
        }
        boolean robots = request.target() == FetchTarget.ROBOTS;
        long delay = !robots && host.crawlDelay > 0 && host.robotsSeen > 0 ? host.crawlDelay * 1000L : HOST_DELAY;
        if (now - host.lastEnd < delay) {
            violations.delay++;
        }
        if (now < host.retryAfter) {
            violations.retryAfter++;
        }
        if (!robots && (now - host.robotsSeen > Rhythms.DAY || !host.allows(request.url()))) {
            violations.robots++;
        }
    }

    private FetchOutcome outcome(SimulatedHost host, FetchRequest request, long now) {
        long end = now + host.latency();
        if (request.target() == FetchTarget.ROBOTS) {
            return robots(host, request, now, end);
        }
        if (request.target() == FetchTarget.PAGE) {
            pageRequests++;
            return reply(request, Result.FETCHED, 200, null, null, "page", null, 0, end);
        }
        feedRequests++;
        SimulatedFeed feed = web.feedAt(request.url());
        if (request.url().equals(feed.otherUrl)) {
            checkOldFirst(feed, now);
            return serve(feed, request, end);
        }
        return switch (feed.behaviour) {
            case GONE -> gone(feed, request, now, end);
            case MOVED -> moved(feed, request, now, end);
            case ELSEWHERE -> reply(request, Result.MOVED, 302, feed.otherUrl, null, null, null, 0, end);
            case FLAKY -> flaky(host, feed, request, now, end);
            case OUTAGE ->
                now > feed.turn && now < feed.turn + OUTAGE
                        ? reply(request, Result.FAILED, 0, null, null, null, null, 0, now + DEADLINE)
                        : serve(feed, request, end);
            case TOUCHY -> touchy(host, feed, request, now, end);
            default -> serve(feed, request, end);
        };
    }

    private FetchOutcome robots(SimulatedHost host, FetchRequest request, long now, long end) {
        robotsRequests++;
        int status = host.robotsStatus(now, web.start);
        if (status < 500) {
            host.robotsSeen = now;
        }
        return status == 200
                ? reply(request, Result.FETCHED, 200, null, null, "robots", host.robots(), 0, end)
                : reply(request, Result.DENIED, status, null, null, null, null, 0, end);
    }

    private FetchOutcome gone(SimulatedFeed feed, FetchRequest request, long now, long end) {
        if (now < feed.turn) {
            return serve(feed, request, end);
        }
        Long before = violations.saidGone.put(feed.number, now);
        if (before != null && now - before < GONE_FOR) {
            violations.gone++;
        }
        return reply(request, Result.DENIED, 410, null, null, null, null, 0, end);
    }

    private FetchOutcome moved(SimulatedFeed feed, FetchRequest request, long now, long end) {
        if (now < feed.turn) {
            return serve(feed, request, end);
        }
        violations.movedSince.putIfAbsent(feed.number, now);
        violations.redirected.put(feed.number, now);
        return reply(request, Result.MOVED, 301, feed.otherUrl, null, null, null, 0, end);
    }

    private void checkOldFirst(SimulatedFeed feed, long now) {
        Long since = violations.movedSince.get(feed.number);
        Long redirected = violations.redirected.get(feed.number);
        if (since != null && redirected != null && now - since < RUMOUR && now - redirected > JUST) {
            violations.moved++;
        }
    }

    private FetchOutcome flaky(SimulatedHost host, SimulatedFeed feed, FetchRequest request, long now, long end) {
        double draw = host.random.nextDouble();
        if (draw < 0.05) {
            return reply(request, Result.FAILED, 0, null, null, null, null, 0, now + DEADLINE);
        }
        return draw < 0.12
                ? reply(request, Result.DENIED, 500, null, null, null, null, 0, end)
                : serve(feed, request, end);
    }

    private FetchOutcome touchy(SimulatedHost host, SimulatedFeed feed, FetchRequest request, long now, long end) {
        boolean tooSoon = now - host.lastFeedRequest < TOUCHY_FOR;
        host.lastFeedRequest = now;
        if (tooSoon) {
            host.retryAfter = end + 30 * 60_000L;
            return reply(request, Result.DENIED, 429, null, null, null, null, host.retryAfter, end);
        }
        return serve(feed, request, end);
    }

    private FetchOutcome serve(SimulatedFeed feed, FetchRequest request, long end) {
        String validator = feed.validator(end);
        boolean validators = feed.behaviour != Behaviour.PLAIN;
        if (feed.behaviour == Behaviour.FALSE_NOT_MODIFIED) {
            falseNotModified.polled(feed, request.etag() != null, !validator.equals(request.etag()));
        }
        if (validators && request.etag() != null) {
            if (feed.behaviour == Behaviour.FALSE_NOT_MODIFIED || request.etag().equals(validator)) {
                return reply(request, Result.NOT_MODIFIED, 304, null, request.etag(), null, null, 0, end);
            }
        }
        feed.see(end);
        if (validator.equals(request.digest())) {
            return reply(request, Result.UNCHANGED, 200, null, validators ? validator : null, validator, null, 0, end);
        }
        bodies++;
        return reply(
                request, Result.FETCHED, 200, null, validators ? validator : null, validator, feed.body(end), 0, end);
    }

    private static FetchOutcome reply(
            FetchRequest request,
            Result result,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String digest,
            @Nullable String body,
            long retryAfter,
            long end) {
        return FetchOutcome.builder(request, result, end)
                .status(status)
                .reason(result == Result.FAILED ? FailureReason.DEADLINE : null)
                .location(location)
                .etag(etag)
                .contentType("text/xml")
                .retryAfter(retryAfter)
                .digest(digest)
                .body(body == null ? null : Gzip.pack(body.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
