package hobson.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.parts.discard.DiscardPart;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

    @Test
    void of_objectThatNoPartShows_isNull() {
        assertThat(TestParts.PARTS.of("a text")).isNull();
        assertThat(TestParts.json(List.of())).isEqualTo("{}");
    }

    @Test
    void parts_twoThatShowTheSame_cannotBe() {
        assertThatThrownBy(() -> new Parts(List.of(new DiscardPart(), new DiscardPart())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BuildDiscarder");
    }
}
