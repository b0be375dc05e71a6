package org.ilium.web;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, as far as one household or company can be told from another: an IPv4
 * address, or the first 64 bits of an IPv6 one, all of which belong to one subscriber.
 */
public final class CallersAddress {

    private static final int NETWORK_BYTES = 8;

    private CallersAddress() {}

    /** Its network; empty text for a request that came over none. */
    public static String of(@Nullable SocketAddress remote) {
        if (remote == null) {
            return "";
        }
        String address = remote.hostAddress() == null ? remote.host() : remote.hostAddress();
        return address == null ? "" : network(address);
    }

    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // with a colon it is a literal, so nobody is asked for its name
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > 2 * NETWORK_BYTES - 1
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
