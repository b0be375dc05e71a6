package org.ilium.access.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.ilium.web.Pages;

/** Where staff sign in and see to their accounts. */
@Singleton
class AccountPlaces implements Pages {

    @Override
    public List<String> withForms() {
        return List.of(
                "/sign-in",
                "/setup/{token}",
                "/invite/{token}",
                "/settings/password",
                "/settings/staff",
                "/settings/staff/sign-ins",
                "/settings/sign-ins");
    }
}
