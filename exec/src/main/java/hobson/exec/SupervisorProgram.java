package hobson.exec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The smallest program that does a supervisor's work, as an ELF file of half a kilobyte: no libraries to link, so it starts five
 * times as fast as a shell, and it hands the environment on byte for byte.
 *
 * <p>It is kept as a listing, {@code supervisor-PROCESSOR.lst}: the machine code in hexadecimal, a bar, the assembler source that it
 * is made from. Whoever changes the source takes the code from {@code as -aln}; a test compares the two.
 */
final class SupervisorProgram {
    private static final long BASE = 0x40_0000;
    private static final int HEADERS = 64 + 56;

    private SupervisorProgram() {}

    /** For the processor with this name in {@code os.arch}; empty when there is none for it. */
    static Optional<byte[]> forProcessor(String processor) throws IOException {
        try (var listing = SupervisorProgram.class.getResourceAsStream("supervisor-" + processor + ".lst")) {
            if (listing == null) return Optional.empty();
            var machine = processor.equals("aarch64") ? 183 : 62;
            return Optional.of(elf(machine, code(new String(listing.readAllBytes(), UTF_8))));
        }
    }

    static byte[] code(String listing) {
        var digits = listing.lines()
                .map(line -> line.substring(0, line.indexOf('|')).strip())
                .collect(Collectors.joining());
        return HexFormat.of().parseHex(digits);
    }

    /** One segment, readable and executable, that is the whole file; the first instruction follows the headers. */
    private static byte[] elf(int machine, byte[] code) {
        var file = ByteBuffer.allocate(HEADERS + code.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0); // 64 bits, little endian
        file.putShort((short) 2).putShort((short) machine).putInt(1); // executable
        file.putLong(BASE + HEADERS).putLong(64).putLong(0); // entry, program header, no sections
        file.putInt(0).putShort((short) 64).putShort((short) 56).putShort((short) 1);
        file.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        file.putInt(1).putInt(4 | 1).putLong(0).putLong(BASE).putLong(BASE); // load, read + execute
        file.putLong(file.capacity()).putLong(file.capacity()).putLong(0x1_0000);
        return file.put(code).array();
    }
}
