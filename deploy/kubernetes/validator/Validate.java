import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Iterator;

/** Validates the resources in rendered YAML files against the classes of the Kubernetes API and of Strimzi; exits with 1 at a fault. */
public class Validate {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Does not write the unknown fields that Strimzi's classes keep. */
    private static final YAMLMapper KNOWN = YAMLMapper.builder()
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnyGetter(Annotated element) {
                    return false;
                }
            })
            .build();

    private Validate() {}

    public static void main(String[] files) throws IOException {
        boolean valid = files.length > 0;
        for (String file : files) {
            int resources = 0;
            Iterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(Path.of(file).toFile());
            while (documents.hasNext()) {
                JsonNode resource = documents.next();
                String name = resource.path("kind").asText() + "/" + resource.at("/metadata/name").asText();
                try {
                    validate(resource);
                    resources++;
                } catch (ReflectiveOperationException | RuntimeException e) {
                    Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
                    System.err.println(file + ": " + name + ": " + cause.getMessage());
                    valid = false;
                }
            }
            System.out.println(file + "\t" + resources + " valid resources");
            valid &= resources > 0;
        }
        System.exit(valid ? 0 : 1);
    }

    private static void validate(JsonNode resource) throws ReflectiveOperationException, IOException {
        String version = resource.path("apiVersion").asText();
        String kind = resource.path("kind").asText();
        if (version.equals("kafka.strimzi.io/v1beta2") && kind.equals("KafkaUser")) {
            JsonNode read = KNOWN.valueToTree(YAML.treeToValue(resource, KafkaUser.class));
            requireAllOf(resource.path("spec"), read.path("spec"), "spec");
        } else if (version.equals("v1") || version.endsWith("/v1")) {
            Class.forName("io.kubernetes.client.openapi.models.V1" + kind)
                    .getMethod("fromJson", String.class)
                    .invoke(null, resource.toString());
        } else {
            throw new IllegalArgumentException("there is no schema for " + version);
        }
    }

    /** What is known is there when it is read and written again. */
    private static void requireAllOf(JsonNode written, JsonNode read, String path) {
        if (written.isContainerNode() && written.getNodeType() != read.getNodeType()
                || written.isValueNode() && !written.asText().equals(read.asText())) {
            throw new IllegalArgumentException(path + " is unknown");
        }
        written.properties().forEach(field ->
                requireAllOf(field.getValue(), read.path(field.getKey()), path + "." + field.getKey()));
        for (int i = 0; i < written.size() && written.isArray(); i++) {
            requireAllOf(written.get(i), read.path(i), path + "[" + i + "]");
        }
    }
}
