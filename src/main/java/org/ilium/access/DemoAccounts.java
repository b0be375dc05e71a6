package org.ilium.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.ilium.shared.DemoMode;

/**
 * The accounts of the demo clinic, whose password everyone may know. They open nothing unless the
 * program runs with {@code ilium.demo=true}, even on a database that still holds them.
 */
@ApplicationScoped
public class DemoAccounts {

    /** Given to every account of the demo clinic, and to no other. */
    public static final String PASSWORD = "demo-demo-demo";

    /** What their email addresses end with; reserved, so no real address does (RFC 2606). */
    public static final String DOMAIN = "@demo.example";

    private final StaffAccountRepository accounts;
    private final boolean demo;

    DemoAccounts(StaffAccountRepository accounts, DemoMode demo) {
        this.accounts = accounts;
        this.demo = demo.isOn();
    }

    /** The accounts to offer on the sign-in page; none outside the demo. */
    @Transactional
    public List<Staff> offered() {
        if (!demo) {
            return List.of();
        }
        return accounts.find("active and email like ?1 order by displayName", "%" + DOMAIN).stream()
                .map(StaffAccount::view)
                .toList();
    }

    /** What to enter on the demo's pages; empty text outside the demo. */
    public String password() {
        return demo ? PASSWORD : "";
    }

    boolean mayEnter(String email) {
        return demo || !email.endsWith(DOMAIN);
    }
}
