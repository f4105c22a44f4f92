package io.copydesk.lab.seeded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link org.apache.kafka.streams.TopologyTestDriver}, which runs a whole topology as partition 0, one task of a service:
 * processors of other subtopologies do nothing, and a processor sees the real partition and offset of its record. Public for Kafka
 * Streams, which creates it.
 */
public final class TaskProcessors implements ProcessorWrapper {

    /** Setting: the {@link StageRuntime}. */
    static final String RUNTIME = "copydesk.simulation.runtime";

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls configure first
    private StageRuntime runtime;

    @Override
    public void configure(Map<String, ?> settings) {
        runtime = (StageRuntime) Objects.requireNonNull(settings.get(RUNTIME), RUNTIME);
    }

    @Override
    public <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            String name, ProcessorSupplier<KIn, VIn, KOut, VOut> processors) {
        boolean elsewhere = runtime.stage().runsElsewhere(name);
        return ProcessorWrapper.asWrapped(new ProcessorSupplier<>() {
            @Override
            public Processor<KIn, VIn, KOut, VOut> get() {
                return elsewhere ? new Absent<>() : new Placed<>(processors.get(), runtime);
            }

            @Override
            public @Nullable Set<StoreBuilder<?>> stores() {
                return processors.stores();
            }
        });
    }

    @Override
    public <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<KIn, VIn, VOut> processors) {
        return ProcessorWrapper.asWrappedFixedKey(processors);
    }

    /** A processor of another subtopology. */
    private static final class Absent<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {
        @Override
        public void process(Record<KIn, VIn> record) {}
    }

    /** A processor in the place that its task has. What the driver passes on by itself comes again from the log, and is not seen here. */
    private static final class Placed<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

        private final Processor<KIn, VIn, KOut, VOut> processor;
        private final StageRuntime runtime;

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
        private ProcessorContext<KOut, VOut> driven;

        @SuppressWarnings("NullAway.Init")
        private RunningTask task;

        Placed(Processor<KIn, VIn, KOut, VOut> processor, StageRuntime runtime) {
            this.processor = processor;
            this.runtime = runtime;
        }

        @Override
        @SuppressWarnings("unchecked")
        public void init(ProcessorContext<KOut, VOut> context) {
            driven = context;
            task = runtime.starting();
            InvocationHandler place = (proxy, method, arguments) -> {
                if (method.getName().equals("recordMetadata")) {
                    return Optional.of(task.current());
                }
                try {
                    return method.invoke(context, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            };
            processor.init((ProcessorContext<KOut, VOut>) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {ProcessorContext.class}, place));
        }

        @Override
        public void process(Record<KIn, VIn> record) {
            String read = task.current().topic();
            if (driven.recordMetadata()
                    .filter(driver -> driver.topic().equals(read))
                    .isPresent()) {
                processor.process(record);
            }
        }

        @Override
        public void close() {
            processor.close();
        }
    }
}
