package io.copydesk.standalone.command;

import io.copydesk.kit.config.NearestKey;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a command line that cannot be understood becomes: what is wrong, what was probably meant, and where help is. */
final class UsageErrors implements IParameterExceptionHandler {

    /** Exit code for what is not possible as asked. */
    private static final int USAGE = 2;

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        CommandSpec spec = command.getCommandSpec();
        PrintWriter err = command.getErr();
        String name = spec.qualifiedName();
        err.println(name + ": " + problem.getMessage());
        Optional<String> meant = meant(problem, spec);
        meant.ifPresent(word -> err.println("did you mean " + word + "?"));
        boolean lacksSubcommand = !command.getSubcommands().isEmpty() && meant.isEmpty();
        if (lacksSubcommand || problem instanceof MissingParameterException) {
            command.usage(err);
        } else {
            err.println(name + " --help shows what there is");
        }
        return USAGE;
    }

    /** The command or option that the first argument not understood is like. */
    private static Optional<String> meant(ParameterException problem, CommandSpec spec) {
        if (!(problem instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return Optional.empty();
        }
        String typed = unmatched.getUnmatched().get(0);
        if (typed.startsWith("-")) {
            List<String> options = new ArrayList<>();
            spec.options().forEach(option -> options.addAll(List.of(option.names())));
            return NearestKey.to(typed.replaceFirst("=.*", ""), options);
        }
        Set<String> words = spec.subcommands().keySet();
        return NearestKey.to(typed, words)
                .or(() -> beginning(typed, words))
                .map(word -> spec.qualifiedName() + " " + word);
    }

    /** The only one of {@code words} that begins with what was typed. */
    private static Optional<String> beginning(String typed, Set<String> words) {
        List<String> found =
                words.stream().filter(word -> word.startsWith(typed)).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
