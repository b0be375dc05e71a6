package org.ilium.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * One kept-alive HTTP/1.1 connection that costs next to nothing: the measuring program shares the
 * cores with what it measures.
 */
final class Http implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final BufferedInputStream in;
    private final byte[] line = new byte[4096];
    private byte[] body = new byte[1 << 16];
    private int length;

    Http(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    void get(String path) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n", Set.of(200));
    }

    /** As the member of staff whose session the database has. */
    void post(String path, String json, Set<Integer> wanted, String... headers) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        StringBuilder head =
                new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n")
                        .append("Authorization: Bearer " + BenchDatabase.TOKEN + "\r\n")
                        .append("Content-Type: application/json\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n").append(json);
        send(head.toString(), wanted);
    }

    /** What the last answer held. */
    String body() {
        return new String(body, 0, length, StandardCharsets.UTF_8);
    }

    int length() {
        return length;
    }

    private void send(String request, Set<Integer> wanted) throws IOException {
        out.write(request.getBytes(StandardCharsets.UTF_8));
        int status = Integer.parseInt(line().substring(9, 12));
        int size = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                size = Integer.parseInt(lower.substring(15).strip());
            }
        }
        length = 0;
        if (size >= 0) {
            read(size);
        } else {
            for (int chunk = chunk(); ; chunk = chunk()) {
                read(chunk);
                line();
                if (chunk == 0) {
                    break;
                }
            }
        }
        if (!wanted.contains(status)) {
            throw new IOException("HTTP " + status + ": " + body());
        }
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private void read(int size) throws IOException {
        if (body.length < length + size) {
            body = java.util.Arrays.copyOf(body, 2 * (length + size));
        }
        if (in.readNBytes(body, length, size) < size) {
            throw new IOException("the answer broke off");
        }
        length += size;
    }

    private String line() throws IOException {
        int at = 0;
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line[at++] = (byte) c;
            }
        }
        return new String(line, 0, at, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
